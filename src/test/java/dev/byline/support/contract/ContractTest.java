package dev.byline.support.contract;

import static dev.byline.support.contract.Sample.problem;
import static dev.byline.support.contract.Sample.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The check checked: each wrong answer is refused for its own reason, and the right one passes.
class ContractTest {

    private static final String STORY = "/api/v1/stories/a-night";
    private static final String PART = "{\"title\": \"A night at the council\"}";

    @Test
    void aRightAnswerPasses() {
        assertPasses(reading(STORY));
    }

    @Test
    void aCodeThatIsListedNowhereIsRefused() {
        var codes = new FaultCodes(() -> "{\"errors\": [{\"code\": \"too-long\"}]}");
        var met = "[{\"code\": \"too-long\"}, {\"code\": \"size\"}]";
        assertEquals(
                List.of("/problems does not list the code size"),
                codes.violations(problem("PUT", STORY, 412).body("/errors", met).exchange()));
    }

    @Nested
    class Status {

        @Test
        void thatIsNotDocumentedIsRefused() {
            assertRefused(reading(STORY).status(418), "status 418 is not documented");
        }

        @Test
        void ofARangeIsDocumented() {
            assertPasses(problem("PUT", STORY, 412));
            assertRefused(problem("PUT", STORY, 500), "status 500 is not documented");
        }

        @Test
        void isTheOneOfTheLiteralPathAndNotOfTheTemplate() {
            assertRefused(reading("/api/v1/stories/latest"), "status 200 is not documented");
            assertPasses(problem("GET", "/api/v1/stories/latest", 404));
        }
    }

    @Nested
    class MediaType {

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/problem+json", "application/jsonx", ""})
        void thatIsNotDocumentedIsRefused(String type) {
            assertRefused(
                    reading(STORY).header("Content-Type", type),
                    "is not documented, but [application/json]");
        }

        @Test
        void mayHaveParameters() {
            assertPasses(reading(STORY).header("Content-Type", "Application/JSON;charset=UTF-8"));
        }

        @Test
        void mayBeDocumentedAsARange() {
            var feed = reading("/api/v1/feed");
            assertPasses(feed.header("Content-Type", "text/csv"));
            assertRefused(feed.header("Content-Type", "image/png"), "is not documented");
        }
    }

    @Nested
    class Header {

        @Test
        void thatIsRequiredAndMissingIsRefused() {
            assertRefused(reading(STORY).header("ETag", ""), "header ETag is missing");
        }

        @ParameterizedTest
        @CsvSource({
            "ETag, W/3, pattern",
            "X-Age, young, integer expected",
            "X-Age, 1.5, integer expected",
            "X-Age, -1, minimum value of 0",
            "Location, not a uri, uri",
        })
        void thatIsNotAsDescribedIsRefused(String name, String value, String reason) {
            assertRefused(reading(STORY).header(name, value), reason);
        }

        @ParameterizedTest
        @CsvSource({"X-Age, 0", "Location, https://example.org/a", "X-Other, 1"})
        void elsePasses(String name, String value) {
            assertPasses(reading(STORY).header(name, value));
        }

        @Test
        void isTheSameInWhateverCase() {
            assertPasses(reading(STORY).header("ETag", "").header("etag", "\"3\""));
        }
    }

    @Nested
    class Body {

        @ParameterizedTest
        @ValueSource(ints = {304, 204})
        void whereNoneIsDocumentedIsRefused(int status) {
            var answer = status == 304 ? reading(STORY) : Sample.replacing(STORY);
            assertRefused(answer.status(status).body("{}"), "none is documented");
            assertPasses(answer.status(status).body(""));
        }

        @Test
        void ofAnAnswerToHeadIsRefused() {
            var head = reading(STORY).by("HEAD");
            assertRefused(head, "none is documented");
            assertRefused(head.body("").header("ETag", ""), "header ETag is missing");
            assertPasses(head.body(""));
        }

        @Test
        void thatIsEmptyWhereOneIsDocumentedIsRefused() {
            assertRefused(reading(STORY).body(""), "is empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"title\":", "{} {}", "{\"id\": 1, \"id\": 2}", "\u0000"})
        void thatIsNotJsonIsRefused(String body) {
            assertRefused(reading(STORY).body(body), "is not JSON");
        }
    }

    @Nested
    class SparseForm {

        @Test
        void isRefusedWhereTheRequestAskedForNoFields() {
            assertRefused(reading(STORY).body(PART), "required property 'id' not found");
        }

        @Test
        void passesWhereTheRequestAskedForFields() {
            assertPasses(reading(STORY + "?fields=title").body(PART));
        }

        @Test
        void isHeldToItsSchema() {
            assertRefused(
                    reading(STORY + "?fields=title").body("{\"title\": 7}"), "string expected");
        }
    }

    @Nested
    class PathThatIsNotDocumented {

        @ParameterizedTest
        @ValueSource(
                strings = {"/api/v1/nowhere", "/api/v1/stories/", "/api/v1/stories//a", "/", ""})
        void isAProblemOf404(String address) {
            assertPasses(problem("GET", address, 404));
            assertRefused(problem("GET", address, 409), "must be 404");
            assertRefused(reading(address), "must be 404");
            assertRefused(problem("GET", address, 404).body("{}"), "'type' not found");
        }
    }

    @Nested
    class MethodThatIsNotDocumented {

        @Test
        void isAProblemOf405ThatNamesTheOthers() {
            var refusal = problem("DELETE", STORY, 405);
            assertPasses(refusal.header("Allow", "GET, HEAD, OPTIONS, PUT"));
            assertRefused(refusal, "header Allow names [], not [GET, PUT]");
            assertRefused(refusal.header("Allow", "GET, PUT, PATCH"), "header Allow names");
            assertRefused(refusal.header("Allow", "GET, PUT").status(404), "must be 405");
        }

        @Test
        void mayBeOptionsWithoutABody() {
            assertPasses(reading(STORY).by("OPTIONS").body(""));
            assertRefused(reading(STORY).by("OPTIONS"), "none is documented");
        }
    }

    @Test
    void aReferenceThatLeadsNowhereIsAnErrorAndNotAPass() {
        var broken = reading("/api/v1/broken");
        var error = assertThrows(IllegalStateException.class, broken::violations);
        assertTrue(error.getMessage().contains("Nowhere"), error::getMessage);
    }

    private static void assertPasses(Sample sample) {
        assertEquals(List.of(), sample.violations());
    }

    private static void assertRefused(Sample sample, String reason) {
        var violations = sample.violations();
        assertTrue(violations.toString().contains(reason), violations::toString);
    }
}
