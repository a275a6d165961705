package dev.byline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BeginningsTest {

    @Test
    void words_that_begin_like_a_lexeme_are_candidates_whatever_their_case_and_marks() {
        var beginnings = Beginnings.of("( ( 'haus' & 'o''neill':* ) )");
        assertEquals(
                Set.of("Häuser", "HAUS", "hat", "Østen"),
                beginnings.words("Häuser HAUS, O'Neill hat die Maus", "im Østen"));
    }

    @Test
    void places_are_those_of_whole_words() {
        var beginnings = Beginnings.of("'night'");
        var places = beginnings.places("Night, nightly; a night", List.of("Night", "night"));
        assertEquals(2, places.size());
        assertEquals(18, places.getLast()[0]);
        assertEquals(23, places.getLast()[1]);
    }
}
