package dev.byline.server;

import static io.quarkus.test.common.TestResourceScope.MATCHING_RESOURCES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.TestCertificate;
import dev.byline.support.TestDatabase;
import dev.byline.support.TestOrigins;
import dev.byline.support.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the origins are named, pages of those alone may read, and caches are told that it depends
/// on the origin. (The certificate is there so that the server is that of [Http2Test].)
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@WithTestResource(value = TestCertificate.class, scope = MATCHING_RESOURCES)
@WithTestResource(value = TestOrigins.class, scope = MATCHING_RESOURCES)
class NarrowOriginsTest {
    private static final String KEPT_APART = "Authorization, Accept-Encoding, Origin";

    private final Given given = new Given();

    @TestHTTPResource URL server;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://news.example",
                "https://news.example:8443",
                "https://news.example.evil.example",
                "null"
            })
    void others_are_told_nothing(String origin) {
        var article = given.article().published();
        for (var timing : List.of("cache;desc=miss", "cache;desc=hit")) {
            var answer = read(origin, article.slug(), null);
            assertTrue(answer.header("Server-Timing").startsWith(timing));
            assertUnreadable(answer);
            answer.then().header("Vary", equalTo(KEPT_APART));
        }
        var preflight =
                given.reader()
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "PATCH")
                        .options("/articles");
        assertUnreadable(preflight);
        preflight.then().header("Vary", equalTo("Origin"));
        assertUnreadable(given.reader().header("Origin", origin).get("/articles/nothing"));
    }

    @Test
    void those_that_are_named_may_read() {
        var article = given.article().published();
        for (var origin : TestOrigins.ALL) {
            for (var time = 0; time < 2; time++) {
                var answer = read(origin, article.slug(), null);
                assertEquals(200, answer.statusCode());
                assertReadable(answer, origin);
                answer.then().header("Vary", equalTo(KEPT_APART));
                var unchanged = read(origin, article.slug(), answer.header("ETag"));
                assertEquals(304, unchanged.statusCode());
                assertReadable(unchanged, origin);
                unchanged.then().header("Vary", equalTo(KEPT_APART));
            }
            var missing = given.reader().header("Origin", origin).get("/articles/nothing");
            assertReadable(missing, origin);
            missing.then().statusCode(404).header("Vary", equalTo("Origin"));
            var refused = given.reader().header("Origin", origin).get("/accounts");
            assertReadable(refused, origin);
            refused.then().statusCode(401).header("Vary", equalTo("Origin"));
            given.reader()
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "PATCH")
                    .options("/articles")
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", equalTo(origin))
                    .header("Access-Control-Max-Age", equalTo("7200"));
        }
    }

    /// A cache that keeps it must ask again for a page.
    @Test
    void what_breaks_HTTP_is_told_to_those_that_are_named() throws IOException {
        var origin = TestOrigins.ALL.getFirst();
        var answer =
                Wire.exchange(
                        server,
                        "GET /api/v1/articles?q=100% HTTP/1.1\nHost: localhost\nOrigin: "
                                + origin
                                + "\n\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("access-control-allow-origin: " + origin + "\r\n"), answer);
    }

    @Test
    void who_names_no_origin_is_told_that_it_counts() {
        given.reader()
                .get("/articles")
                .then()
                .header("Vary", equalTo(KEPT_APART))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private Response read(String origin, String slug, String known) {
        var request = given.reader().header("Origin", origin);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return request.get("/articles/" + slug);
    }

    private static void assertReadable(Response answer, String origin) {
        assertEquals(origin, answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Access-Control-Expose-Headers").contains("ETag"));
    }

    private static void assertUnreadable(Response answer) {
        answer.headers().asList().stream()
                .map(header -> header.getName().toLowerCase())
                .forEach(name -> assertTrue(!name.startsWith("access-control-"), name));
    }
}
