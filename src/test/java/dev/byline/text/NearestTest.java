package dev.byline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("title", "body", "bodyFormat", "publishedAt", "updatedAt", "q", "sort");

    @ParameterizedTest
    @ValueSource(strings = {"", "xyz", "bananas", "ti", "zzzzzzzzzzz"})
    void saysNothingWhenNothingIsNear(String asked) {
        assertEquals(Optional.empty(), Nearest.of(asked, List.of("title", "publishedAt")));
    }

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "Title, title",
        "tilte, title",
        "bdy, body",
        "bodyformat, bodyFormat",
        "publishedat, publishedAt",
        "published_at, publishedAt",
        "srot, sort"
    })
    void namesTheNearest(String asked, String nearest) {
        assertEquals(Optional.of(nearest), Nearest.of(asked, KNOWN));
    }

    @Test
    void prefersTheNearer() {
        assertEquals(
                Optional.of("publishedAt"),
                Nearest.of("publisedAt", List.of("publisherAt", "publishedAt")));
    }

    @Test
    void nothingKnownIsNothingNear() {
        assertEquals(Optional.empty(), Nearest.of("a", List.of()));
    }

    @Test
    void aLongQuestionHasNoNeighbour() {
        assertEquals(Optional.empty(), Nearest.of("title".repeat(2_000), KNOWN));
    }
}
