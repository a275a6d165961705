package dev.byline.server;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A page of any origin may read every answer, and every answer bears its date.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CrossOriginTest {
    private static final String PAGE = "https://news.example";

    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private final Given given = new Given();

    @TestHTTPResource("/")
    URL server;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/articles/nothing, 404",
        "GET, /api/v1/articles?limit=0, 400",
        "GET, /api/v1/articles?titel=a, 400",
        "GET, /nowhere, 404",
        "GET, /api/v1/accounts, 401",
        "DELETE, /api/v1/articles/nothing, 401",
        "PUT, /api/v1/articles, 405",
        "OPTIONS, /api/v1/articles, 204",
        "OPTIONS, /api/v1/articles/archive, 204",
        "GET, /openapi, 200",
        "GET, /problems/invalid, 200",
        "GET, /problems/nothing, 404",
        "POST, /problems/invalid, 405",
        "GET, /docs/, 302",
        "GET, /docs/nothing, 404"
    })
    void every_answer(String method, String path, int status) {
        var answer = from(PAGE).basePath("").urlEncodingEnabled(false).request(method, path);

        assertEquals(status, answer.statusCode());
        assertReadable(answer);
    }

    @Test
    void a_miss_a_hit_a_head_and_what_is_unchanged() {
        var article = given.article().published();
        for (var timing : List.of("cache;desc=miss", "cache;desc=hit")) {
            var answer = from(PAGE).get("/articles/" + article.slug());
            assertTrue(answer.header("Server-Timing").startsWith(timing));
            assertReadable(answer);
            assertReadable(from(PAGE).head("/articles/" + article.slug()));
            var unchanged =
                    from(PAGE)
                            .header("If-None-Match", answer.header("ETag"))
                            .get("/articles/" + article.slug() + "?fields=title,slug");
            assertReadable(unchanged);
            unchanged =
                    from(PAGE)
                            .header("If-None-Match", answer.header("ETag"))
                            .get("/articles/" + article.slug());
            assertEquals(304, unchanged.statusCode());
            assertReadable(unchanged);
        }
        var missed = given.reader().get("/tags").header("ETag");
        given.tag();
        assertReadable(from(PAGE).header("If-None-Match", missed).get("/tags"));
    }

    @Test
    void the_answers_to_writes_and_to_tokens() {
        var article = given.article().published();
        var body = "{\"name\": \"A reader\", \"email\": \"a@example.org\", \"body\": \"Well.\"}";
        var comments = "/articles/%s/comments".formatted(article.slug());
        var made = from(PAGE).contentType(JSON).body(body).post(comments);
        assertEquals(201, made.statusCode());
        assertReadable(made);
        assertReadable(from(PAGE).contentType(JSON).body("{").post(comments));
        assertReadable(from(PAGE).header("Authorization", "Bearer byl_no").get("/articles"));
        var editors = given.editor().header("Origin", PAGE);
        assertReadable(editors.get("/articles"));
        assertReadable(editors.delete("/articles/" + article.slug()));
        var forbidden = given.editor().header("Origin", PAGE).get("/accounts");
        assertEquals(403, forbidden.statusCode());
        assertReadable(forbidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a\nHost: b\n", "Host: a b\n", "Host:\n"})
    void what_is_refused_before_it_is_read(String hosts) throws IOException {
        var answer =
                Wire.exchange(
                        server,
                        "GET / HTTP/1.1\n"
                                + hosts
                                + "Origin: https://a.example\nConnection: close\n\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("access-control-allow-origin: *\r\n"), answer);
        assertTrue(answer.contains("date: "), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /articles/a-night, 'authorization,content-type,if-match'",
        "POST, /articles/a-night/comments, 'content-type,idempotency-key'",
        "GET, /articles, 'if-none-match,traceparent'",
        "GET, /articles, "
    })
    void a_preflight_is_good_for_two_hours(String method, String path, String headers) {
        var preflight = from(PAGE).header("Access-Control-Request-Method", method);
        if (headers != null) {
            preflight.header("Access-Control-Request-Headers", headers);
        }
        var answer = preflight.options(path);

        assertReadable(answer);
        answer.then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString(method))
                .header("Access-Control-Max-Age", equalTo("7200"));
        assertTrue(
                List.of(answer.header("Access-Control-Allow-Headers").toLowerCase().split(", "))
                        .containsAll(
                                List.of(
                                        "authorization",
                                        "accept",
                                        "content-type",
                                        "idempotency-key",
                                        "if-match",
                                        "if-none-match",
                                        "last-event-id",
                                        "*")));
    }

    /// The answer is the same for all, so that one kept for a reader without an origin will do.
    @Test
    void no_answer_depends_on_the_origin() {
        given.reader()
                .get("/articles")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", not(containsString("Origin")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "www.example.org",
                "https://www.example.org/",
                "https://www.example.org:443",
                "https://WWW.example.org",
                "https://*.example.org",
                "ftp://example.org"
            })
    void a_setting_that_is_no_origin_is_refused(String origin) {
        var setting = Optional.of(List.of("https://a.example", origin));

        var refused = assertThrows(ConfigurationException.class, () -> new CrossOrigin(setting));

        assertTrue(refused.getMessage().contains("BYLINE_ORIGINS"));
        assertTrue(refused.getMessage().endsWith(origin));
    }

    private RequestSpecification from(String origin) {
        return given.reader().header("Origin", origin);
    }

    private static void assertReadable(Response answer) {
        answer.then().header("Access-Control-Allow-Origin", equalTo("*"));
        var exposed = List.of(answer.header("Access-Control-Expose-Headers").split(", "));
        assertTrue(
                exposed.containsAll(
                        List.of(
                                "ETag",
                                "Link",
                                "Location",
                                "Retry-After",
                                "Age",
                                "Server-Timing",
                                "RateLimit")));
        var date = ZonedDateTime.parse(answer.header("Date"), IMF_FIXDATE.withZone(ZoneOffset.UTC));
        assertTrue(Duration.between(date.toInstant(), Instant.now()).abs().toMinutes() < 1);
    }
}
