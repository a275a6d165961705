package dev.byline.fulltext;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A text in which words were found.
@Schema(name = "Marked", description = "A text in which words of `q` were found.")
public record HighlightedText(
        @JsonInclude(Include.NON_NULL)
                @Schema(
                        description =
                                "The text, or the part of the body with most of them, as HTML: each in a"
                                        + " `mark` element, everything else escaped. An ellipsis stands where something"
                                        + " was left out. Left out of the summary where the body has one.",
                        examples = "A night at the <mark>council</mark>")
                String html,
        @Schema(
                        description =
                                "Where the first of them stand in the text, of the body in `bodyText`: pairs of start and"
                                        + " end, in UTF-16 code units as JavaScript, Java and Kotlin count them. Five at most;"
                                        + " `count` says how many there are.")
                List<int[]> places,
        @Schema(description = "How often they stand in it.", minimum = "1", examples = "1")
                int count) {
    private static final int MOST_PLACES = 5;
    private static final int SNIPPET = 160;

    /// What is put before the first word of a snippet, at most.
    private static final int LEAD = 40;

    static HighlightedText whole(String text, List<int[]> places) {
        return places.isEmpty() ? null : of(html(text, 0, text.length(), places), places);
    }

    /// The part of the text in which most places are, the first of these.
    static HighlightedText snippet(String text, List<int[]> places) {
        if (places.isEmpty()) {
            return null;
        }
        var start = wordBefore(text, Math.max(0, densest(places) - LEAD));
        var end = wordEnd(text, Math.min(text.length(), start + SNIPPET));
        var html = html(text, start, end, places);
        return of((start > 0 ? "… " : "") + html + (end < text.length() ? " …" : ""), places);
    }

    /// For a text that is shown beside it anyway.
    HighlightedText withoutHtml() {
        return new HighlightedText(null, places, count);
    }

    private static HighlightedText of(String html, List<int[]> places) {
        return new HighlightedText(
                html, places.subList(0, Math.min(MOST_PLACES, places.size())), places.size());
    }

    private static int densest(List<int[]> places) {
        var best = 0;
        var most = 0;
        for (int first = 0, last = 0; first < places.size(); first++) {
            while (last < places.size()
                    && places.get(last)[1] <= places.get(first)[0] + SNIPPET - LEAD) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = first;
            }
        }
        return places.get(best)[0];
    }

    private static int wordBefore(String text, int at) {
        var start = at;
        while (start > 0 && at - start < LEAD && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return whole(text, start);
    }

    private static int wordEnd(String text, int at) {
        var end = at;
        while (end < text.length()
                && end - at < LEAD
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return whole(text, end);
    }

    /// Not inside a surrogate pair.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }

    private static String html(String text, int from, int to, List<int[]> places) {
        var html = new StringBuilder();
        var at = from;
        for (var place : places) {
            if (place[0] >= at && place[1] <= to) {
                escape(text, at, place[0], html);
                html.append("<mark>");
                escape(text, place[0], place[1], html);
                html.append("</mark>");
                at = place[1];
            }
        }
        escape(text, at, to, html);
        return html.toString();
    }

    public static String escape(String text) {
        var html = new StringBuilder();
        escape(text, 0, text.length(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        var spaced = false;
        for (var at = from; at < to; at++) {
            var c = text.charAt(at);
            var space = c == ' ' || c >= '\t' && c <= '\r';
            if (!space) {
                escape(c, html);
            } else if (!spaced) {
                html.append(' ');
            }
            spaced = space;
        }
    }

    private static void escape(char c, StringBuilder html) {
        switch (c) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(c);
        }
    }
}
