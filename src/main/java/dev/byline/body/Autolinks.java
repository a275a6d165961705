package dev.byline.body;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Makes links of the bare addresses in a text ([Autolink]). What stands in a link already is left
/// alone, in Markdown and in HTML.
///
/// The extension of commonmark-java ends an address at a parenthesis that nothing opened, and
/// knows no entities: GitHub Flavored Markdown has it otherwise.
final class Autolinks extends AbstractVisitor {
    private static final Pattern ANCHOR = Pattern.compile("<(/?)a[\\s/>]", CASE_INSENSITIVE);

    private int links;
    private boolean isInAnchor;

    private Autolinks() {}

    static Node link(Node document) {
        document.accept(new Autolinks());
        return document;
    }

    @Override
    public void visit(Paragraph paragraph) {
        isInAnchor = false;
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        isInAnchor = false;
        visitChildren(heading);
    }

    @Override
    public void visit(CustomNode cell) {
        isInAnchor = cell.getParent() instanceof Paragraph && isInAnchor;
        visitChildren(cell);
    }

    @Override
    public void visit(Link link) {
        links++;
        visitChildren(link);
        links--;
    }

    @Override
    public void visit(HtmlInline tag) {
        var anchor = ANCHOR.matcher(tag.getLiteral());
        if (anchor.lookingAt()) {
            isInAnchor = anchor.group(1).isEmpty();
        }
    }

    @Override
    public void visit(Text text) {
        if (links == 0 && !isInAnchor) {
            split(text);
        }
    }

    private static void split(Text text) {
        var words = text.getLiteral();
        var found = Autolink.in(words);
        int from = 0;
        for (var one : found) {
            if (one.start() > from) {
                text.insertBefore(new Text(words.substring(from, one.start())));
            }
            var link = new Link(one.address(), null);
            link.appendChild(new Text(words.substring(one.start(), one.end())));
            text.insertBefore(link);
            from = one.end();
        }
        if (from > 0) {
            text.setLiteral(words.substring(from));
        }
    }
}
