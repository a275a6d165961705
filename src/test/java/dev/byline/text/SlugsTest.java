package dev.byline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "a-",
                "-a",
                "a--b",
                "A",
                "É",
                "ǅ",
                "a b",
                "a_b",
                "a.b",
                "a\n",
                "a/b",
                "e\u0301",
                "\u0301a",
                "a-\u0301",
                "550e8400-e29b-41d4-a716-446655440000"
            })
    void refuses(String slug) {
        assertFalse(Slugs.isValid(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "a-b-2",
                "é",
                "日本語-テスト",
                "हिन्दी",
                "550e8400-e29b-41d4-a716",
                "𝄞x"
            })
    void accepts(String slug) {
        assertEquals(!slug.startsWith("𝄞"), Slugs.isValid(slug));
    }

    @Test
    void endsAtAHundredCharacters() {
        assertTrue(Slugs.isValid("a".repeat(200)));
        assertFalse(Slugs.isValid("a".repeat(201)));
        assertFalse(Slugs.isValid("a-".repeat(100_000) + "b"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Sessions Met with Russian Ambassador, sessions-met-with-russian-ambassador",
                "Session’s  office, sessions-office",
                "Session's, sessions",
                "Été à Øre & Straße, ete-a-ore-and-strasse",
                "Łódź Đà Nẵng Æsir œuvre, lodz-da-nang-aesir-oeuvre",
                "İSTANBUL, istanbul",
                "Ένα Άλφα, ενα-αλφα",
                "Ёлка и Йод, ёлка-и-йод",
                "東京 ガイド, 東京-ガイド",
                "हिन्दी में, हिन्दी-में",
                "ﬁn ½ Ⅳ, fin-1-2-iv",
                "C++ — 100%!, c-100",
                "a\u00a0b\u200bc, a-b-c",
                "👍, \"\"",
                "---, \"\"",
                "550e8400-e29b-41d4-a716-446655440000, \"\""
            })
    void comesFromATitle(String title, String slug) {
        assertEquals(slug, Slugs.from(title));
    }

    @Test
    void isCutAtAHyphenWhereThereIsOne() {
        assertEquals("word-".repeat(39) + "word", Slugs.from("word ".repeat(60)));
        assertEquals("x".repeat(200), Slugs.from("x".repeat(230)));
    }

    @Test
    void isValidOrEmptyForAnyCharacterOfTheFirstTwoPlanes() {
        for (int c = 0; c < 0x20000; c++) {
            var text = "a" + Character.toString(c) + "b";
            for (var slug : new String[] {Slugs.from(text), Slugs.from(Character.toString(c))}) {
                assertTrue(slug.isEmpty() || Slugs.isValid(slug), slug);
            }
            assertFalse(Slugs.from(text).isEmpty(), Integer.toHexString(c));
        }
    }
}
