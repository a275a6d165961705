package dev.byline.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;

/// Writes what stands in the paragraphs of a comment, in the HTML that a browser would write.
final class CommentRenderer implements NodeRenderer {
    /// Readers' links earn nothing, and so no spam either.
    private static final String REL = "nofollow ugc noopener";

    private static final Safelist ALLOWED = Allowed.inComments();

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    /// The elements that are open here, the outermost first.
    private final List<String> open = new ArrayList<>();

    CommentRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Text.class,
                HtmlInline.class,
                Code.class,
                FencedCodeBlock.class,
                HardLineBreak.class,
                Emphasis.class,
                StrongEmphasis.class,
                Link.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Text text -> text(text.getLiteral());
            case HtmlInline tag -> text(tag.getLiteral());
            case Code code -> code(code.getLiteral());
            case FencedCodeBlock block -> block(block.getLiteral());
            case HardLineBreak _ -> html.raw("<br>\n");
            case Link link -> link(link);
            default -> element(node instanceof Emphasis ? "em" : "strong", "", node);
        }
    }

    private void block(String literal) {
        html.line();
        html.raw("<pre>");
        code(literal);
        html.raw("</pre>");
        html.line();
    }

    private void code(String literal) {
        html.raw("<code>");
        text(literal);
        html.raw("</code>");
    }

    /// HTML has no link in a link: the outer one ends there.
    private void link(Link link) {
        int outer = open.indexOf("a");
        if (outer >= 0) {
            open.subList(outer, open.size()).reversed().forEach(this::end);
            open.remove(outer);
            open.subList(outer, open.size()).forEach(name -> html.raw("<" + name + ">"));
        }
        address(link)
                .ifPresentOrElse(
                        address ->
                                element("a", " href=\"" + address + "\" rel=\"" + REL + "\"", link),
                        () -> children(link));
    }

    private Optional<String> address(Link link) {
        var anchor = new Element(Tag.valueOf("a"), Sanitizer.BASE);
        anchor.attr("href", Attributes.href(context.encodeUrl(link.getDestination())));
        return ALLOWED.isSafeAttribute("a", anchor, anchor.attribute("href"))
                ? Optional.of(anchor.attr("href").replace("&", "&amp;").replace("\"", "&quot;"))
                : Optional.empty();
    }

    private void element(String name, String attributes, Node node) {
        open.add(name);
        html.raw("<" + name + attributes + ">");
        children(node);
        if (!open.isEmpty() && open.getLast().equals(name)) {
            end(open.removeLast());
        }
    }

    private void end(String name) {
        html.raw("</" + name + ">");
    }

    private void children(Node node) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    private void text(String text) {
        var escaped = new StringBuilder(text.length() + text.length() / 16);
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i), escaped);
        }
        html.raw(escaped.toString());
    }

    private static void escape(char c, StringBuilder escaped) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '\u00a0' -> escaped.append("&nbsp;");
            case '\t', '\n', '\r' -> escaped.append(c);
            default -> {
                if (c < ' ') {
                    escaped.append("&#x").append(Integer.toHexString(c)).append(';');
                } else {
                    escaped.append(c);
                }
            }
        }
    }
}
