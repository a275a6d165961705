package dev.byline.importer.body;

import dev.byline.importer.report.Refusal;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text whose shortcodes stand aside, each leaving a mark of letters in its place, so that a
/// Markdown parser sees the text as Hugo's does: a shortcode is a word to it, and its quotes and
/// brackets are nobody's.
final class Marks {
    private static final char FIRST_PRIVATE = '\uE000';
    private static final char LAST_PRIVATE = '\uF8FF';

    private final Pattern form;
    private final char border;
    private final StringBuilder text = new StringBuilder();

    private Marks(char border) {
        this.border = border;
        this.form = Pattern.compile(border + "(\\d+)" + border);
    }

    /// @param spans what is to stand aside, in order: the numbers of the marks are the places in
    /// this list
    static Marks of(String source, List<Span> spans) throws Refusal {
        var marks = new Marks(border(source));
        int copied = 0;
        for (int number = 0; number < spans.size(); number++) {
            var span = spans.get(number);
            marks.text.append(source, copied, span.start()).append(marks.mark(number));
            copied = span.end();
        }
        marks.text.append(source, copied, source.length());
        return marks;
    }

    record Span(int start, int end) {}

    String text() {
        return text.toString();
    }

    String mark(int number) {
        return border + Integer.toString(number) + border;
    }

    void in(String part, IntConsumer number) {
        if (part == null || part.indexOf(border) < 0) return;
        form.matcher(part).results().forEach(mark -> number.accept(numberOf(mark)));
    }

    boolean isMark(String part) {
        return form.matcher(part).matches();
    }

    static int numberOf(MatchResult mark) {
        return Integer.parseInt(mark.group(1));
    }

    private static char border(String source) throws Refusal {
        for (char border = FIRST_PRIVATE; border <= LAST_PRIVATE; border++) {
            if (source.indexOf(border) < 0) return border;
        }
        throw new Refusal("the body holds every character of Unicode's private use area");
    }
}
