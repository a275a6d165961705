package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown to HTML. The HTML is not safe yet: [Sanitizer] has to come after it.
enum Markdown {
    /// CommonMark with tables, strikethrough, autolinks, footnotes, task lists and heading
    /// anchors. HTML in it is let through, but for what [TagFilter] makes text.
    ARTICLE {
        private final List<Extension> extensions =
                List.of(
                        new StrictTables(),
                        StrikethroughExtension.create(),
                        FootnotesExtension.create(),
                        TaskListItemsExtension.create());
        private final Parser prose =
                bounded().extensions(extensions).enabledBlockTypes(blocksWithoutHtml()).build();
        private final Parser parser = bounded().extensions(extensions).build();
        private final HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .attributeProviderFactory(_ -> Headings::identify)
                        .attributeProviderFactory(_ -> HtmlPieces::place)
                        .percentEncodeUrls(true)
                        .build();

        @Override
        String render(String source, Findings findings) {
            var document = parser.parse(source);
            HtmlPieces.readProse(document, prose, findings);
            Autolinks.link(document);
            HtmlPieces.filterTags(document, findings);
            return renderer.render(document);
        }
    },

    /// Paragraphs, emphasis, code, quotes, lists and links. HTML is shown as text, a line break
    /// is kept, and of an image its alternative text is left.
    COMMENT {
        private final Parser parser =
                bounded()
                        .enabledBlockTypes(
                                Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
                        .postProcessor(Markdown::withoutImages)
                        .postProcessor(Autolinks::link)
                        .build();
        private final HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .escapeHtml(true)
                        .softbreak("<br />\n")
                        .percentEncodeUrls(true)
                        .build();

        @Override
        String render(String source, Findings findings) {
            return renderer.render(parser.parse(source));
        }
    };

    /// Deeper lists and quotes are read as text: the tree is walked by recursion.
    private static final int MAX_BLOCK_DEPTH = 50;

    abstract String render(String source, Findings findings);

    String toHtml(String source, Findings findings) {
        if (Bounds.areKeptBy(source)) {
            return render(source, findings);
        }
        findings.add(0, "the whole body", Reason.MARKUP_NOT_READ);
        return Bounds.asWritten(source);
    }

    private static Parser.Builder bounded() {
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAX_BLOCK_DEPTH)
                .inlineParserFactory(BoundedInlineParser::new);
    }

    private static Set<Class<? extends Block>> blocksWithoutHtml() {
        return Set.of(
                BlockQuote.class,
                Heading.class,
                FencedCodeBlock.class,
                ThematicBreak.class,
                ListBlock.class,
                IndentedCodeBlock.class);
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
