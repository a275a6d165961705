package dev.byline.body;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.gfm.tables.internal.TableBlockParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.html.HtmlRenderer;

/// Tables of GitHub Flavored Markdown, whose header has as many cells as the row of hyphens below
/// it. commonmark-java takes fewer too, and none at all: a pipe alone would be a table. No
/// public class of it gives its parser.
final class StrictTables extends AbstractBlockParserFactory
        implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    private final BlockParserFactory tables = new TableBlockParser.Factory(null);

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(this);
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        ((HtmlRenderer.HtmlRendererExtension) TablesExtension.create()).extend(renderer);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        var above = matched.getParagraphLines().getLines();
        return !above.isEmpty() && cells(above.getLast().getContent()) == cells(hyphens(state))
                ? tables.tryStart(state, matched)
                : BlockStart.none();
    }

    /// Without the marks of the quotes and lists that the table stands in.
    private static CharSequence hyphens(ParserState state) {
        var line = state.getLine().getContent();
        return line.subSequence(state.getNextNonSpaceIndex(), line.length());
    }

    private static int cells(CharSequence line) {
        var row = line.toString().strip();
        int cells = 0;
        boolean isBegun = false;
        for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
            char c = row.charAt(i);
            cells += c == '|' ? 1 : 0;
            isBegun = c != '|';
            i += row.startsWith("\\|", i) ? 1 : 0;
        }
        return isBegun ? cells + 1 : cells;
    }
}
