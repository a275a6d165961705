package dev.byline.body;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/// Leaves a paragraph as it was written when it has more markup characters than prose ever has.
///
/// commonmark-java 0.30.0 takes quadratic time for some of them that are never closed, such as
/// angle brackets. From 0.30.1 on it bounds that by itself, as it does the nesting already, and
/// this class can go.
final class BoundedInlineParser implements InlineParser {
    static final int MAX_MARKUP = 2_000;

    private final InlineParser parser;

    BoundedInlineParser(InlineParserContext context) {
        parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        var content = lines.getContent();
        if (content.chars().filter(BoundedInlineParser::isMarkup).count() > MAX_MARKUP) {
            block.appendChild(new Text(content));
        } else {
            parser.parse(lines, block);
        }
    }

    private static boolean isMarkup(int c) {
        return switch (c) {
            case '*', '_', '~', '<', '!' -> true;
            default -> false;
        };
    }
}
