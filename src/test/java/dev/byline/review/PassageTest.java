package dev.byline.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.diff.Paragraphs.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The vote came late. | The vote came late. | vote came | vote came",
                "The vote came late. | At last the vote came late. | vote came | vote came",
                "The vote came late. | The vote finally came late. | vote came | vote finally came",
                "The old vote came late. | The vote came late. | old vote | vote",
                "One thing. Two things. | Two things. One thing. | One thing. | One thing.",
                "The vote came late. | The result came late. | vote | ",
                "The vote came late. | Nothing is left. | The vote came late | ",
                "It rains. | It snows. | rains. | ",
                "a vote, then a vote | x, then a vote | then a vote | then a vote",
                "Say 👩‍👩‍👧 it. | Now say 👩‍👩‍👧 it. | 👩‍👩‍👧 | 👩‍👩‍👧"
            })
    void follows_its_words(String before, String after, String words, String found) {
        var start = before.indexOf(words);
        var passage = new Passage(start, start + words.length());
        var left = passage.in(before, after, Markup.MARKDOWN);
        assertEquals(found == null ? "" : found, left.map(one -> one.of(after)).orElse(""));
    }

    @Test
    void is_a_stretch_of_a_text_and_of_its_whole_signs() {
        var text = "a😀b";
        assertTrue(new Passage(0, 4).isIn(text));
        assertTrue(new Passage(1, 3).isIn(text));
        assertFalse(new Passage(0, 2).isIn(text));
        assertFalse(new Passage(2, 3).isIn(text));
        assertFalse(new Passage(1, 1).isIn(text));
        assertFalse(new Passage(3, 5).isIn(text));
        assertFalse(new Passage(-1, 1).isIn(text));
    }
}
