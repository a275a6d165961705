package dev.byline.body;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The Markdown of comments: paragraphs, emphasis, code, quotes, lists and links. HTML is shown as
/// text, a line break is kept, and of an image its alternative text is left.
///
/// What comes out is safe as it is made: no tag of it but those that are written here and in
/// [CommentRenderer], and no attribute but the number of a list and the address of a link. Comments
/// are many, and to read their HTML again, as [Sanitizer] does, took twice as long as all the rest.
final class CommentMarkdown {
    private static final Parser PARSER =
            Markdown.bounded()
                    .enabledBlockTypes(
                            Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
                    .postProcessor(CommentMarkdown::withoutImages)
                    .postProcessor(Autolinks::link)
                    .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .nodeRendererFactory(CommentRenderer::new)
                    .softbreak("<br>\n")
                    .percentEncodeUrls(true)
                    .build();

    private CommentMarkdown() {}

    static String toHtml(String source) {
        return Bounds.areKeptBy(source)
                ? RENDERER.render(PARSER.parse(source)).strip()
                : Bounds.asWritten(source);
    }

    private static Node withoutImages(Node document) {
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        visitChildren(image);
                        while (image.getFirstChild() != null) {
                            image.insertBefore(image.getFirstChild());
                        }
                        image.unlink();
                    }
                });
        return document;
    }
}
