package dev.byline.support.contract;

import static dev.byline.support.contract.Sample.problem;
import static dev.byline.support.contract.Sample.reading;
import static dev.byline.support.contract.Sample.replacing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A request that the server grants must be one that the document allows.
class ContractRequestTest {

    private static final String STORY = "/api/v1/stories/a-night";

    @ParameterizedTest
    @CsvSource({
        "colour=red, query parameter colour is not documented",
        "limit=0, minimum value of 1",
        "limit=many, integer expected",
        "count=maybe, boolean expected",
        "'fields=id,shoes', enumeration",
        "tag=a&tag=b&tag=c, at most 2 items",
    })
    void aQueryThatTheDocumentRefusesIsRefused(String query, String reason) {
        assertRefused(reading(STORY + "?" + query), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=100", "count=true", "fields=id%2Ctitle", "tag=a&tag=b", "&"})
    void aQueryThatTheDocumentAllowsPasses(String query) {
        assertPasses(reading(STORY + "?" + query));
    }

    @Test
    void aPathThatTheDocumentRefusesIsRefused() {
        assertRefused(reading("/api/v1/stories/A%20night"), "path parameter story");
        assertPasses(reading("/api/v1/stories/a+b%2Dc"));
    }

    @Test
    void aHeaderThatTheDocumentRefusesIsRefused() {
        assertRefused(replacing(STORY).sending("If-Match", "*"), "header parameter If-Match");
        assertRefused(replacing(STORY).sending("If-Match", ""), "If-Match is missing");
    }

    @Test
    void aBodyThatTheDocumentRefusesIsRefused() {
        assertPasses(replacing(STORY));
        assertRefused(replacing(STORY).sending(""), "is empty");
        assertRefused(replacing(STORY).sending("{\"name\": 7}"), "string expected");
        assertRefused(replacing(STORY).sending("{\"name\": \"a\", \"shoe\": 1}"), "'shoe'");
        assertRefused(replacing(STORY).sending("Content-Type", "text/plain"), "not documented");
        assertRefused(reading(STORY).sending("{}"), "none is documented");
    }

    @Test
    void aCallerWithoutTheCredentialsThatTheDocumentDemandsIsRefused() {
        assertRefused(replacing(STORY).sending("Authorization", ""), "credentials");
    }

    @Test
    void aRequestThatTheServerRefusesMayBeAnything() {
        assertPasses(problem("PUT", STORY + "?colour=%zz", 400).sending("{"));
    }

    private static void assertPasses(Sample sample) {
        assertEquals(List.of(), sample.violations());
    }

    private static void assertRefused(Sample sample, String reason) {
        var violations = sample.violations();
        assertTrue(violations.toString().contains(reason), violations::toString);
    }
}
