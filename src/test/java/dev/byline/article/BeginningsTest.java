package dev.byline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.article.Beginnings.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningsTest {

    @Test
    void words_that_begin_like_a_lexeme_are_candidates_whatever_their_case_and_marks() {
        var beginnings = Beginnings.of("( ( 'haus' & 'o''neill':* ) )");
        assertEquals(
                List.of("Häuser", "HAUS", "hat", "Østen", "\u0397\u03b1", "ha\u0308"),
                beginnings
                        .words(
                                "Häuser HAUS, O'Neill hat die Maus im Østen, h. \u0397\u03b1 ha\u0308")
                        .stream()
                        .map(Beginnings.Word::text)
                        .toList());
    }

    @Test
    void words_are_told_with_their_places() {
        var words = Beginnings.of("'night'").words("\uD83D\uDE00 Night; a nightly");
        assertEquals(List.of(new Word("Night", 3, 8), new Word("nightly", 12, 19)), words);
    }

    @Test
    void a_lexeme_of_one_letter_is_begun_by_itself_alone() {
        var words = Beginnings.of("'b' & '7'").words("b ba B 7 77");
        assertEquals(List.of("b", "B", "7"), words.stream().map(Word::text).toList());
    }

    @Test
    void a_mark_that_stands_alone_is_a_word() {
        var words = Beginnings.of("'\u0651'").words("a \u0651 b");
        assertEquals(List.of("\u0651"), words.stream().map(Word::text).toList());
    }
}
