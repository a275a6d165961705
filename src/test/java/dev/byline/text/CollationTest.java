package dev.byline.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2 a, 10 a, Äpfel, apple, Zebra, zoo, Ångström",
                "en | chapter 2, Chapter 2, Chapter 10",
                "en | cote, coté, côte, role, rôle, Role",
                "de | Apfel, Äpfel, Öl, Ofen, Straße, Strasse, Zoo",
                "sv | Zoo, Ångström, Äpple, Öl",
                "de-u-co-phonebk | Ad, Äpfel, Af",
                "cs | cena, chalupa, hora",
                "ru | Анна, Ёлка, Жук, яма",
            })
    void names_stand_in_the_order_of_a_language(String language, String names) {
        var collation = Collation.of(language);
        var sorted = Arrays.asList(names.split(", "));
        Collections.shuffle(sorted);
        sorted.sort(Comparator.comparing(collation::key, Arrays::compareUnsigned));
        var again = sorted.stream().sorted(comparator(language)).toList();
        assertEquals(again, sorted);
    }

    private static Comparator<String> comparator(String language) {
        var collator =
                com.ibm.icu.text.Collator.getInstance(
                        com.ibm.icu.util.ULocale.forLanguageTag(language));
        ((com.ibm.icu.text.RuleBasedCollator) collator).setNumericCollation(true);
        return collator::compare;
    }

    @Test
    void languages_differ() {
        assertTrue(isBefore("en", "Äpfel", "Zoo"));
        assertTrue(isBefore("sv", "Zoo", "Äpfel"));
        assertTrue(isBefore("en", "chata", "hora"));
        assertTrue(isBefore("cs", "hora", "chata"));
        assertTrue(isBefore("en", "apple", "Zoo"));
        assertTrue(isBefore("en", "Chapter 2", "Chapter 10"));
        assertTrue(isBefore("xx", "apple", "Zoo"));
    }

    private static boolean isBefore(String language, String one, String other) {
        var collation = Collation.of(language);
        return Arrays.compareUnsigned(collation.key(one), collation.key(other)) < 0;
    }

    @Test
    void the_form_of_a_text_does_not_count() {
        var collation = Collation.of("de");
        assertArrayEquals(collation.key("\u00c4pfel"), collation.key("A\u0308pfel"));
    }

    @Test
    void a_key_tells_by_which_rules_it_was_made() {
        var keys = List.of("", "a", "ÿ", "\uffff", "z".repeat(5_000), "\ufdfa".repeat(300));
        for (var language : List.of("en", "de", "ja")) {
            var collation = Collation.of(language);
            for (var name : keys) {
                var key = collation.key(name);
                assertTrue(Arrays.compareUnsigned(collation.rules(), key) <= 0);
                assertTrue(Arrays.compareUnsigned(key, collation.end()) < 0);
                assertTrue(key.length <= 1_004);
            }
        }
        assertFalse(Arrays.equals(Collation.of("en").rules(), Collation.of("de").rules()));
        assertArrayEquals(Collation.of("pt-br").rules(), Collation.of("PT-BR").rules());
    }
}
