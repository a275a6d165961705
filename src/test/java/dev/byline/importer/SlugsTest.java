package dev.byline.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a_b", "é", "a b", "a/b"})
    void tellsWhatIsNoSlug(String text) {
        assertFalse(Slugs.isSlug(text));
    }

    @Test
    void tellsASlug() {
        assertTrue(Slugs.isSlug("99992"));
        assertTrue(Slugs.isSlug("a-night-at-the-council-2"));
    }

    @ParameterizedTest
    @CsvSource({
        "artificial intelligence, artificial-intelligence",
        "Señor Núñez, senor-nunez",
        "sin%e2%80%8a-%e2%80%8aready, sin-ready",
        "100% sure, 100-sure",
        "'—', ''"
    })
    void makesASlugOfAText(String text, String slug) {
        assertEquals(slug, Slugs.from(text));
    }

    @Test
    void cutsALongSlugAfterAWord() {
        assertEquals("word" + "-word".repeat(19), Slugs.from("word ".repeat(30)));
        assertEquals("a".repeat(100), Slugs.from("a".repeat(200)));
    }

    @Test
    void makesANameOfASlug() {
        assertEquals("Jane Doe", Slugs.toName("jane-doe"));
    }
}
