package dev.byline.body;

import java.util.Iterator;
import org.jsoup.nodes.Entities;

/// What a source may ask of the parsers. Beyond it a source is shown as it was written, since
/// it is an attack and not an article: a few hundred kilobytes would cost minutes or gigabytes.
final class Bounds {
    /// A paragraph's lines are copied for every line that is added to it.
    static final int MAX_PARAGRAPH_LINES = 5_000;

    /// A row is filled up with empty cells, to the width of its header.
    static final int MAX_TABLE_CELLS = 100_000;

    /// Each reference makes a link there and a link back.
    static final int MAX_FOOTNOTE_REFERENCES = 2_000;

    /// Each tag becomes an object, or a dozen where formatting was left open around it.
    static final int MAX_TAGS = 100_000;

    private Bounds() {}

    static boolean areKeptBy(String markdown) {
        return occurrences(markdown, "[^") <= MAX_FOOTNOTE_REFERENCES && linesAreBounded(markdown);
    }

    static boolean areKeptByHtml(String html) {
        return occurrences(html, "<") <= MAX_TAGS;
    }

    static String asWritten(String source) {
        return "<pre>\n" + Entities.escape(source) + "</pre>";
    }

    private static boolean linesAreBounded(String markdown) {
        int run = 0;
        int rows = 0;
        int columns = 0;
        for (Iterator<String> lines = markdown.lines().iterator(); lines.hasNext(); ) {
            var line = lines.next();
            run = line.isBlank() ? 0 : run + 1;
            int pipes = occurrences(line, "|");
            rows += pipes > 0 ? 1 : 0;
            if (line.indexOf('-') >= 0 && line.chars().noneMatch(Character::isLetter)) {
                columns = Math.max(columns, pipes + 1);
            }
            if (run > MAX_PARAGRAPH_LINES || (long) rows * columns > MAX_TABLE_CELLS) {
                return false;
            }
        }
        return true;
    }

    private static int occurrences(String text, String part) {
        int count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            count++;
        }
        return count;
    }
}
