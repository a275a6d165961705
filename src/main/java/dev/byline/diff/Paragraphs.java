package dev.byline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text in paragraphs, each with the blank lines behind it. In Markdown blank lines part them,
/// but for those in a fenced block of code; in HTML the ends of blocks do, too. Together they are
/// the text, to the character.
public final class Paragraphs {
    /// How a text is written.
    public enum Markup {
        MARKDOWN,
        HTML
    }

    private static final Pattern END_OF_BLOCK =
            Pattern.compile(
                    "(?i)</(?:p|h[1-6]|li|ul|ol|dl|table|blockquote|pre|figure|div|section)>\\s*"
                            + "|\\R\\h*\\R\\s*");

    /// Of a fence.
    private static final int MOST_INDENT = 3;

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}(?=[^`]*$)|~{3,})");

    private Paragraphs() {}

    public static List<String> of(String text, Markup markup) {
        return markup == Markup.HTML ? ofHtml(text) : ofMarkdown(text);
    }

    private static List<String> ofHtml(String text) {
        var paragraphs = new ArrayList<String>();
        var ends = END_OF_BLOCK.matcher(text);
        var from = 0;
        while (ends.find()) {
            paragraphs.add(text.substring(from, ends.end()));
            from = ends.end();
        }
        if (from < text.length()) {
            paragraphs.add(text.substring(from));
        }
        return paragraphs;
    }

    private static List<String> ofMarkdown(String text) {
        var paragraphs = new ArrayList<String>();
        var from = 0;
        var isBehindBlank = false;
        var fence = Optional.<String>empty();
        for (var begin = 0; begin < text.length(); ) {
            var end = endOfLine(text, begin);
            var word = firstWord(text, begin, end);
            var isBlank = word == end;
            if (isBehindBlank && !isBlank) {
                paragraphs.add(text.substring(from, begin));
                from = begin;
            }
            if (word - begin <= MOST_INDENT && isFence(text, word, end)) {
                var line = text.substring(begin, end);
                fence = fence.isEmpty() ? opened(line) : fence.filter(open -> !closes(line, open));
            }
            isBehindBlank = isBlank && fence.isEmpty();
            begin = end;
        }
        if (from < text.length()) {
            paragraphs.add(text.substring(from));
        }
        return paragraphs;
    }

    private static int endOfLine(String text, int begin) {
        var feed = text.indexOf('\n', begin);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static int firstWord(String text, int begin, int end) {
        var place = begin;
        while (place < end && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    /// Whether the line could open or close one: most could not, and are not looked at closer.
    private static boolean isFence(String text, int word, int end) {
        return word < end && (text.charAt(word) == '`' || text.charAt(word) == '~');
    }

    private static Optional<String> opened(String line) {
        var fence = FENCE.matcher(line.stripTrailing());
        return fence.find() ? Optional.of(fence.group(1)) : Optional.empty();
    }

    private static boolean closes(String line, String open) {
        return opened(line)
                .filter(fence -> fence.startsWith(open))
                .filter(fence -> line.strip().length() == fence.length())
                .isPresent();
    }

    static String withoutGap(String paragraph) {
        return paragraph.substring(0, paragraph.length() - gap(paragraph).length());
    }

    /// The line breaks at the end of a paragraph, with the blanks between them.
    static String gap(String paragraph) {
        var end = paragraph.length();
        while (end > 0 && Character.isWhitespace(paragraph.charAt(end - 1))) {
            end--;
        }
        while (end < paragraph.length() && !isBreak(paragraph.charAt(end))) {
            end++;
        }
        return paragraph.substring(end);
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }
}
