package dev.byline.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.http.ProblemException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\"", "\" \"", "-a", "-a -\"b c\"", "a*", "*", "ab -c*"})
    void refuses_what_names_nothing_to_be_found(String q) {
        assertThrows(ProblemException.class, () -> SearchTerms.of(q));
    }

    @Test
    void refuses_what_is_too_long_and_takes_what_is_just_not() {
        assertEquals(1, SearchTerms.of("\uD83D\uDE00".repeat(200)).terms().size());
        assertThrows(ProblemException.class, () -> SearchTerms.of("a".repeat(201)));
        assertEquals(16, SearchTerms.of(words(16)).terms().size());
        assertThrows(ProblemException.class, () -> SearchTerms.of(words(17)));
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "night train, WORD:night WORD:train",
        "'\"night train\" vienna', PHRASE:night_train WORD:vienna",
        "night -train, WORD:night -WORD:train",
        "night -\"to vienna\", WORD:night -PHRASE:to_vienna",
        "nig*, PREFIX:nig",
        "night - train, WORD:night WORD:- WORD:train",
        "\"to vienna, PHRASE:to_vienna",
        "well-known, WORD:well-known",
        "night\"train\", WORD:night PHRASE:train",
        "a&b|!c:*x, WORD:a&b|!c:*x",
        "--x y, -WORD:-x WORD:y",
    })
    void takes_words_phrases_beginnings_and_exclusions_apart(String q, String terms) {
        var found =
                SearchTerms.of(q).terms().stream()
                        .map(
                                term ->
                                        (term.excluded() ? "-" : "")
                                                + term.kind()
                                                + ":"
                                                + term.text().replace(' ', '_'))
                        .collect(Collectors.joining(" "));
        assertEquals(terms, found);
    }

    @Test
    void can_be_typed_again() {
        var q = "night -\"to vienna\" tra*";
        assertEquals(q, SearchTerms.of(q).toString());
    }

    @Test
    void reads_a_composed_letter_and_its_parts_alike() {
        assertTrue(SearchTerms.of("e\u0301t\u00e9").equals(SearchTerms.of("\u00e9te\u0301")));
    }
}
