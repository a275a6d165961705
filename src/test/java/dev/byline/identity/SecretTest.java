package dev.byline.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String TEXT = Secret.random().reveal();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "byl_", "swordfish", "ghp_0123456789012345678901234567890123456789"})
    void what_has_another_form_is_none(String text) {
        assertTrue(Secret.parse(text).isEmpty());
    }

    @Test
    void one_wrong_character_anywhere_makes_it_none() {
        IntStream.range(0, TEXT.length())
                .mapToObj(SecretTest::withAnotherCharacterAt)
                .forEach(wrong -> assertTrue(Secret.parse(wrong).isEmpty(), wrong));
    }

    private static String withAnotherCharacterAt(int index) {
        var text = new StringBuilder(TEXT);
        text.setCharAt(index, TEXT.charAt(index) == 'x' ? 'y' : 'x');
        return text.toString();
    }

    @Test
    void white_space_around_it_makes_it_none() {
        assertTrue(Secret.parse(" " + TEXT).isEmpty());
        assertTrue(Secret.parse(TEXT + "\n").isEmpty());
    }

    @Test
    void every_one_is_different_and_53_characters_long() {
        assertNotEquals(TEXT, Secret.random().reveal());
        assertTrue(TEXT.matches("byl_[0-9A-Za-z]{49}"), TEXT);
    }

    @Test
    void read_back_it_has_the_same_hash() {
        var secret = Secret.random();
        assertArrayEquals(secret.hash(), Secret.parse(secret.reveal()).orElseThrow().hash());
        assertEquals(32, secret.hash().length);
    }

    @Test
    void does_not_show_itself_in_a_log() {
        var secret = Secret.random();
        assertFalse(("token " + secret).contains(secret.reveal().substring(4)));
    }
}
