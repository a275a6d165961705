package dev.byline.body;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/// The text of sanitised HTML as a reader reads it: blocks apart by a blank line, list items,
/// table rows and breaks by a line end, table cells by a tab, words by the picture between them.
/// Alternative texts of images and the marks of footnotes are no part of it.
final class PlainText implements NodeFilter {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "pre",
                    "div",
                    "section",
                    "aside",
                    "blockquote",
                    "details",
                    "summary",
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "caption",
                    "figure",
                    "figcaption");
    private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "br");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> BETWEEN_WORDS =
            Set.of("audio", "iframe", "img", "input", "picture", "rt", "video");
    private static final Evaluator NOT_READ =
            Selector.evaluatorOf("sup.footnote-ref, a.footnote-backref, rp");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]++");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
    private static final Pattern NUMBER = Pattern.compile("\\P{L}*\\d\\P{L}*");

    /// An entity such as `&#xD800;` makes one; a browser shows the replacement character.
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private enum Gap {
        NONE(""),
        WORD(" "),
        CELL("\t"),
        LINE("\n"),
        BLOCK("\n\n");

        private final String text;

        Gap(String text) {
            this.text = text;
        }
    }

    private final StringBuilder text = new StringBuilder();
    private Gap gap = Gap.NONE;
    private int preformatted;

    private PlainText() {}

    static String of(Element body) {
        var plain = new PlainText();
        body.filter(plain);
        var text = plain.text.toString().strip();
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? LONE_SURROGATE.matcher(text).replaceAll("\uFFFD")
                : text;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        switch (node) {
            case TextNode words -> append(words.getWholeText());
            case Element element when element.is(NOT_READ) -> {
                return FilterResult.SKIP_ENTIRELY;
            }
            case Element element -> {
                widen(isNoteMark(element) ? Gap.WORD : gapAround(element));
                preformatted += element.nameIs("pre") ? 1 : 0;
            }
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            widen(gapAround(element));
            preformatted -= element.nameIs("pre") ? 1 : 0;
        }
        return FilterResult.CONTINUE;
    }

    private void append(String words) {
        var shown = preformatted > 0 ? words : onOneLine(words);
        if (gap != Gap.NONE && preformatted == 0) {
            shown = shown.stripLeading();
        }
        if (shown.isEmpty()) {
            return;
        }
        if (gap != Gap.NONE) {
            stripTrailing();
        }
        text.append(text.isEmpty() ? "" : gap.text).append(shown);
        gap = Gap.NONE;
    }

    private void stripTrailing() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
    }

    /// A line end in the source is a space to the reader; double spaces stay as they were typed.
    private static String onOneLine(String words) {
        return hasLineEnd(words)
                ? SPACE.matcher(words)
                        .replaceAll(run -> hasLineEnd(run.group()) ? " " : run.group())
                : words;
    }

    private static boolean hasLineEnd(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private void widen(Gap other) {
        if (other.compareTo(gap) > 0) {
            gap = other;
        }
    }

    /// Whether it is the mark of a footnote, written by hand behind a word, and no power as in m².
    private boolean isNoteMark(Element element) {
        return element.nameIs("sup")
                && gap == Gap.NONE
                && WORD.matcher(text.substring(Math.max(0, text.length() - 3))).matches()
                && (element.selectFirst("> a[href]") != null
                        || NUMBER.matcher(element.wholeText()).matches());
    }

    private static Gap gapAround(Element element) {
        var name = element.normalName();
        if (BLOCKS.contains(name)) {
            return Gap.BLOCK;
        }
        if (LINES.contains(name)) {
            return Gap.LINE;
        }
        if (CELLS.contains(name)) {
            return Gap.CELL;
        }
        return BETWEEN_WORDS.contains(name) ? Gap.WORD : Gap.NONE;
    }
}
