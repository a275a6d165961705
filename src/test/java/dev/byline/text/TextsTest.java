package dev.byline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00a0\u2003\u3000",
                "\u200b\u200d\u2060\ufeff",
                "\u0000\u001f\u0085",
                "\u3164",
                "\u2800",
                "\u115f\u1160",
                "\uffa0",
                "\u034f",
                "\ufe0f",
                "\u180e",
                "\u202e",
                "\udb40\udc41",
                "\udb40\udd00",
                "\u2028\u2029"
            })
    void seesNothing(String text) {
        assertTrue(Texts.isInvisible(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "\u200ba", "👍\ufe0f", "\ue000", "日", "\u0301"})
    void seesSomething(String text) {
        assertFalse(Texts.isInvisible(text));
    }

    @Test
    void findsLoneSurrogates() {
        assertTrue(Texts.hasLoneSurrogate("a\ud83d"));
        assertTrue(Texts.hasLoneSurrogate("\udc4d\ud83d"));
        assertFalse(Texts.hasLoneSurrogate("👍"));
    }

    @Test
    void findsWhatPostgresCannotStore() {
        assertEquals(1, Texts.indexOfForbidden("a\0b"));
        assertEquals(-1, Texts.indexOfForbidden("a\u0001"));
    }

    @Test
    void composes() {
        assertEquals("é", Texts.nfc("e\u0301"));
    }

    @Test
    void nothing_leaves_its_place_in_a_line_of_the_log() {
        assertEquals(
                "Eve\\u000aAdmin\\u0022 \\u005c\\u202e \u00E9 \uD83D\uDE00",
                Texts.escaped("Eve\nAdmin\" \\\u202E \u00E9 \uD83D\uDE00"));
    }
}
