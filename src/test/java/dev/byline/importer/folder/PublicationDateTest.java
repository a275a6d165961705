package dev.byline.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.byline.importer.report.Refusal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2014-13-01", "2014-02-30", "2014-01-09 25:00", "1:44"})
    void refusesWhatIsNoDate(String text) {
        assertThrows(Refusal.class, () -> PublicationDate.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2014-01-09 1:44:28 -0400,     2014-01-09T05:44:28Z, true",
        "2014-12-08 9:00:00 -0500,     2014-12-08T14:00:00Z, true",
        "2014-01-09T01:44:28-04:00,    2014-01-09T05:44:28Z, true",
        "2014-01-09T01:44:28.5Z,       2014-01-09T01:44:28.500Z, true",
        "2014-01-09t01:44:28z,         2014-01-09T01:44:28Z, true",
        "2014-01-09 01:44 +05:30,      2014-01-08T20:14:00Z, true",
        "2014-01-09 01:44,             2014-01-09T01:44:00Z, false",
        "2014-01-09,                   2014-01-09T00:00:00Z, false"
    })
    void takesTheOffsetIntoAccount(String text, Instant instant, boolean hasOffset) throws Refusal {
        assertEquals(new PublicationDate(instant, hasOffset), PublicationDate.parse(text));
    }
}
