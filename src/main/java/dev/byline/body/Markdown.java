package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The Markdown of articles: CommonMark with tables, strikethrough, autolinks, footnotes, task
/// lists and heading anchors. HTML in it is let through, but for what [TagFilter] makes text, so
/// that [Sanitizer] has to come after it.
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    new StrictTables(),
                    StrikethroughExtension.create(),
                    FootnotesExtension.create(),
                    TaskListItemsExtension.create());

    /// Deeper lists and quotes are read as text: the tree is walked by recursion.
    private static final int MAX_BLOCK_DEPTH = 50;

    private static final Parser PROSE = parser().enabledBlockTypes(blocksWithoutHtml()).build();
    private static final Parser PARSER = parser().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .attributeProviderFactory(_ -> Headings::identify)
                    .attributeProviderFactory(_ -> HtmlPieces::place)
                    .percentEncodeUrls(true)
                    .build();

    private Markdown() {}

    static String toHtml(String source, Findings findings) {
        if (!Bounds.areKeptBy(source)) {
            findings.add(0, "the whole body", Reason.MARKUP_NOT_READ);
            return Bounds.asWritten(source);
        }
        var document = PARSER.parse(source);
        Unshown.tell(document, source, findings);
        HtmlPieces.readProse(document, PROSE, findings);
        Autolinks.link(document);
        HtmlPieces.filterTags(document, findings);
        return RENDERER.render(document);
    }

    private static Parser.Builder parser() {
        return bounded()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES);
    }

    static Parser.Builder bounded() {
        return Parser.builder()
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
}
