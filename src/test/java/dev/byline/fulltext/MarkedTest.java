package dev.byline.fulltext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTest {

    private static final char START = '\uE000';
    private static final char STOP = '\uE001';

    private static HighlightedText whole(String text, String marked) {
        return HighlightedText.whole(text, places(marked));
    }

    private static HighlightedText snippet(String text, String marked) {
        return HighlightedText.snippet(text, places(marked));
    }

    /// @param marked with a sign before and behind each place
    private static List<int[]> places(String marked) {
        var places = new ArrayList<int[]>();
        var start = marked.indexOf(START);
        for (var signs = 0; start >= 0; signs += 2) {
            var stop = marked.indexOf(STOP, start);
            places.add(new int[] {start - signs, stop - signs - 1});
            start = marked.indexOf(START, stop);
        }
        return places;
    }

    @Test
    void nothing_marked_is_nothing() {
        assertNull(whole("A night", "A night"));
    }

    @Test
    void everything_but_the_marks_is_escaped() {
        var marked = whole("<b> & \"night\"'", " b    \"\uE000night\uE001\"'");
        assertEquals("&lt;b&gt; &amp; &quot;<mark>night</mark>&quot;&#39;", marked.html());
        assertArrayEquals(new int[] {7, 12}, marked.places().getFirst());
    }

    @Test
    void places_count_utf_16_code_units() {
        var marked = whole("\uD83D\uDE00 night", "\uD83D\uDE00 \uE000night\uE001");
        assertArrayEquals(new int[] {3, 8}, marked.places().getFirst());
    }

    @Test
    void a_snippet_is_short_and_shows_where_most_is() {
        var text =
                "x night "
                        + "y ".repeat(300)
                        + "a night and a night and a night "
                        + "z ".repeat(300);
        var marked = snippet(text, text.replace("night", "\uE000night\uE001"));
        assertEquals(4, marked.count());
        assertTrue(marked.html().startsWith("… y y"), marked.html());
        assertTrue(marked.html().contains("a <mark>night</mark> and a <mark>night</mark>"));
        assertTrue(marked.html().endsWith(" …"));
        assertFalse(marked.html().contains("x"));
        assertTrue(marked.html().length() < 300);
    }

    @Test
    void five_places_are_listed_and_all_are_counted() {
        var text = "night ".repeat(30).strip();
        var marked = snippet(text, text.replace("night", "\uE000night\uE001"));
        assertEquals(5, marked.places().size());
        assertEquals(30, marked.count());
    }
}
