package dev.byline.text;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown to HTML. The HTML is not safe yet: [Sanitizer] has to come after it.
enum Markdown {
    /// CommonMark with tables, strikethrough, autolinks, footnotes, task lists and heading
    /// anchors. HTML in it is let through.
    ARTICLE {
        private final List<Extension> extensions =
                List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        AutolinkExtension.create(),
                        FootnotesExtension.create(),
                        TaskListItemsExtension.create(),
                        HeadingAnchorExtension.create());
        private final Parser parser = bounded().extensions(extensions).build();
        private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(extensions).build();

        @Override
        String render(String source) {
            return renderer.render(parser.parse(source));
        }
    },

    /// Paragraphs, emphasis, code, quotes, lists and links. HTML is shown as text, a line break
    /// is kept, and of an image its alternative text is left.
    COMMENT {
        private final List<Extension> extensions = List.of(AutolinkExtension.create());
        private final Parser parser =
                bounded()
                        .extensions(extensions)
                        .enabledBlockTypes(
                                Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
                        .postProcessor(Markdown::withoutImages)
                        .build();
        private final HtmlRenderer renderer =
                HtmlRenderer.builder().escapeHtml(true).softbreak("<br />\n").build();

        @Override
        String render(String source) {
            return renderer.render(parser.parse(source));
        }
    };

    /// Deeper lists and quotes are read as text: the tree is walked by recursion.
    private static final int MAX_BLOCK_DEPTH = 50;

    abstract String render(String source);

    String toHtml(String source) {
        return Bounds.areKeptBy(source) ? render(source) : Bounds.asWritten(source);
    }

    private static Parser.Builder bounded() {
        return Parser.builder()
                .maxOpenBlockParsers(MAX_BLOCK_DEPTH)
                .inlineParserFactory(BoundedInlineParser::new);
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
