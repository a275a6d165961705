package dev.byline.cache;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import dev.byline.support.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers get from the cache is what they would get from the database.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ResponseCacheTest {
    private static final String HIT = "cache;desc=hit";
    private static final String MISS = "cache;desc=miss";

    private final Given given = new Given();

    @TestHTTPResource("/")
    URL server;

    @Nested
    class Keeps {
        @Test
        void an_answer_for_the_next_reader() {
            var article = given.article().published();
            var first = read("/articles/" + article.slug());
            first.then()
                    .header("Server-Timing", matchesPattern(MISS + ", total;dur=\\d+"))
                    .header("Cache-Control", matchesPattern("public, max-age=1[0-9]"))
                    .header("Surrogate-Control", matchesPattern("max-age=6[0-9]"))
                    .header("Surrogate-Key", equalTo("article:" + article.id()))
                    .header("Age", matchesPattern("[0-9]"));
            var next = read("/articles/" + article.slug());
            next.then()
                    .header("Server-Timing", equalTo(HIT))
                    .header("ETag", equalTo(first.header("ETag")))
                    .header("Surrogate-Key", equalTo(first.header("Surrogate-Key")))
                    .header("Vary", equalTo("Authorization, Accept-Encoding"))
                    .header("Content-Type", equalTo(first.header("Content-Type")))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
            assertEquals(first.asString(), next.asString());
        }

        @Test
        void what_an_editor_gets_for_nobody() {
            var article = given.article().published();
            read("/articles/" + article.slug());
            given.editor()
                    .get("/articles/" + article.slug())
                    .then()
                    .header("Cache-Control", equalTo("private, no-store"))
                    .header("Age", nullValue())
                    .header("Surrogate-Key", nullValue())
                    .header("Server-Timing", matchesPattern("db;dur=\\d+, total;dur=\\d+"));
            read("/articles/" + article.slug()).then().header("Server-Timing", equalTo(HIT));
        }

        @ParameterizedTest
        @CsvSource({
            "Accept, application/problem+json",
            "Accept, application/json;q=0",
            "Range, bytes=0-10",
            "If-Modified-Since, 'Tue, 24 Nov 2026 08:00:00 GMT'",
            "Authorization, Bearer byl_wrong"
        })
        void nothing_for_who_asks_otherwise(String name, String value) {
            var article = given.article().published();
            read("/articles/" + article.slug());
            given.reader()
                    .header(name, value)
                    .get("/articles/" + article.slug())
                    .then()
                    .header("Server-Timing", not(equalTo(HIT)));
        }

        @Test
        void the_headers_of_a_head() {
            var article = given.article().published();
            var length = read("/articles/" + article.slug()).asByteArray().length;
            given.reader()
                    .head("/articles/" + article.slug())
                    .then()
                    .header("Server-Timing", equalTo(HIT))
                    .header("Content-Length", equalTo(Integer.toString(length)));
        }

        @Test
        void the_links_of_a_page() {
            IntStream.range(0, 3).forEach(_ -> given.article().published());
            var first = read("/articles?limit=2");
            read("/articles?limit=2")
                    .then()
                    .header("Server-Timing", equalTo(HIT))
                    .header("Link", equalTo(first.header("Link")));
        }
    }

    @Nested
    class LastInvalidations {
        private Made author;
        private Made tag;
        private Made article;

        @BeforeEach
        void publish() {
            author = given.author("Dani Graham");
            tag = given.tag("Politics");
            article = given.article().by(author).about(tag).titled("Before").published();
        }

        @ParameterizedTest
        @CsvSource({
            "'', '{\"title\": \"After\", \"publication\": {}}'",
            "'', '{\"slug\": \"after\"}'",
            "'', '{\"commentsOpen\": false}'"
        })
        void what_an_edit_changes(String path, String patch) {
            assertDropped(
                    () -> patch("/articles/" + article.id() + path, patch),
                    "/articles",
                    "/articles/" + article.id());
        }

        @Test
        void what_an_author_or_a_tag_shows_in() {
            assertDropped(
                    () -> patch("/authors/" + author.id(), "{\"name\": \"Another\"}"),
                    "/articles",
                    "/articles/" + article.id(),
                    "/authors",
                    "/authors/" + author.id());
            assertDropped(
                    () -> patch("/tags/" + tag.id(), "{\"name\": \"Another\"}"),
                    "/articles",
                    "/articles?tag=politics",
                    "/articles/" + article.id(),
                    "/tags",
                    "/tags/" + tag.id());
        }

        @Test
        void what_a_comment_shows_in() {
            assertDropped(
                    () -> given.approvedComment(article),
                    "/comments",
                    "/articles/" + article.id() + "/comments",
                    "/articles/" + article.id(),
                    "/articles",
                    "/articles?sort=-commentCount&fields=title");
        }

        @Test
        void what_its_moderation_changes() {
            var held = given.heldComment(article);
            assertDropped(
                    () -> patch("/comments/" + held.id(), "{\"status\": \"approved\"}"),
                    "/comments",
                    "/articles/" + article.id() + "/comments",
                    "/articles/" + article.id());
            assertDropped(
                    () -> patch("/comments/" + held.id(), "{\"body\": \"Better put.\"}"),
                    "/comments/" + held.id(),
                    "/comments",
                    "/articles/" + article.id() + "/comments");
        }

        @Test
        void what_is_gone_with_it() {
            var comment = given.approvedComment(article);
            var addresses =
                    Stream.of(
                                    "/articles/" + article.id(),
                                    "/articles/" + article.id() + "/comments",
                                    "/comments/" + comment.id())
                            .toList();
            addresses.forEach(address -> read(address).then().statusCode(200));
            given.editor()
                    .header("If-Match", "*")
                    .delete("/articles/" + article.id())
                    .then()
                    .statusCode(204);
            addresses.forEach(address -> read(address).then().statusCode(404));
            read("/articles").then().body("data.size()", equalTo(0));
            read("/comments").then().body("data.size()", equalTo(0));
        }

        @Test
        void new_ones_counts_and_neighbours() {
            assertDropped(
                    () -> given.article().by(author).about(tag).published(),
                    "/articles",
                    "/articles/archive",
                    "/articles/" + article.id() + "?include=previous,next,related",
                    "/authors?include=articleCount",
                    "/authors/" + author.id() + "?include=articleCount",
                    "/tags?sort=articleCount");
            assertDropped(() -> given.author(), "/authors");
            assertDropped(() -> given.tag(), "/tags");
        }

        private void assertDropped(Runnable command, String... addresses) {
            Stream.of(addresses).forEach(address -> read(address).then().statusCode(200));
            command.run();
            Stream.of(addresses)
                    .forEach(
                            address ->
                                    read(address).then().header("Server-Timing", startsWith(MISS)));
        }
    }

    @Nested
    class LeavesAlone {
        @Test
        void what_readers_do_not_see_change() {
            var article = given.article().published();
            var addresses =
                    Stream.of(
                                    "/articles",
                                    "/articles/" + article.id(),
                                    "/articles/archive",
                                    "/comments",
                                    "/articles/" + article.id() + "/comments",
                                    "/authors",
                                    "/tags")
                            .toList();
            addresses.forEach(address -> read(address).then().statusCode(200));
            patch("/articles/" + article.id(), "{\"title\": \"Not yet\"}");
            var held = given.heldComment(article);
            patch("/comments/" + held.id(), "{\"status\": \"spam\"}");
            patch(
                    "/articles/" + article.id(),
                    "{\"title\": \"Tomorrow\", \"publication\": {\"from\": \"%s\"}}"
                            .formatted(Instant.now().plus(1, ChronoUnit.DAYS)));
            var draft = given.article().draft();
            patch("/articles/" + draft.id(), "{\"title\": \"Never\", \"slug\": \"never\"}");
            given.article().scheduled();
            given.editor().header("If-Match", "*").delete("/articles/" + draft.id());
            addresses.forEach(
                    address ->
                            read(address)
                                    .then()
                                    .header("Server-Timing", equalTo(HIT))
                                    .header("Cache-Control", startsWith("public, max-age=1")));
        }
    }

    @Nested
    class EndsWithTheTimeline {
        @Test
        void a_list_when_something_goes_live() {
            read("/articles").then().body("data.size()", equalTo(0));
            var from = Instant.now().plusMillis(1_500);
            var article = given.article().publishedAt(from);
            assertFresh(from, "/articles/" + article.id(), "/articles");
            until(() -> read("/articles").path("data.size()").equals(1));
            assertTrue(!Instant.now().isBefore(from.minusMillis(50)));
            read("/articles/" + article.id()).then().statusCode(200);
        }

        @Test
        void an_article_when_its_time_is_over() {
            var article = given.article().published();
            read("/articles/" + article.id());
            var end = Instant.now().plusMillis(1_500);
            given.editor()
                    .header("If-Match", "*")
                    .delete("/articles/" + article.id() + "/publication?at=" + end)
                    .then()
                    .statusCode(204);
            assertFresh(end, "/articles/" + article.id());
            until(() -> read("/articles/" + article.id()).statusCode() == 404);
            read("/articles").then().body("data.size()", equalTo(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"2262-04-12T00:00:00Z", "2500-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
        void in_a_far_year_not_before(String until) {
            var kept = given.article().published();
            var addresses = List.of("/articles/" + kept.id(), "/articles", "/search?q=article");
            addresses.forEach(ResponseCacheTest.this::read);
            given.editor()
                    .header("If-Match", "*")
                    .contentType(JSON)
                    .body(Map.of("until", until))
                    .put("/articles/" + kept.id() + "/publication")
                    .then()
                    .statusCode(200);
            for (var address : addresses) {
                read(address);
                read(address)
                        .then()
                        .header("Server-Timing", equalTo(HIT))
                        .header("Cache-Control", matchesPattern("public, max-age=1?[0-9]"))
                        .header("Surrogate-Control", not(equalTo("max-age=0")));
            }
        }

        private void assertFresh(Instant end, String... addresses) {
            for (var address : addresses) {
                var left = ChronoUnit.MILLIS.between(Instant.now(), end);
                var answer = read(address);
                if (answer.statusCode() == 200 && left > 0) {
                    assertTrue(lifetime(answer, "Cache-Control") * 1_000 <= left + 100);
                    assertTrue(lifetime(answer, "Surrogate-Control") * 1_000 <= left + 100);
                }
            }
        }

        private static long lifetime(Response answer, String header) {
            var seconds = answer.header(header).replaceAll(".*max-age=(\\d+).*", "$1");
            return Long.parseLong(seconds) - Long.parseLong(answer.header("Age"));
        }
    }

    @Test
    void many_readers_of_a_page_that_is_not_kept_cost_one_reading() throws Exception {
        var article = given.article().published();
        var misses = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    IntStream.range(0, 60)
                            .mapToObj(
                                    _ ->
                                            (Callable<Void>)
                                                    () -> {
                                                        var timing =
                                                                read("/articles/" + article.id())
                                                                        .header("Server-Timing");
                                                        if (timing.startsWith(MISS)) {
                                                            misses.incrementAndGet();
                                                        }
                                                        return null;
                                                    })
                            .toList());
        }
        assertEquals(1, misses.get());
    }

    @Test
    void who_waits_for_what_is_not_there_is_told_so() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(
                            IntStream.range(0, 10)
                                    .mapToObj(
                                            _ ->
                                                    (Callable<Integer>)
                                                            () ->
                                                                    read("/articles/nothing")
                                                                            .statusCode())
                                    .toList());
            for (var answer : answers) {
                assertEquals(404, answer.get());
            }
        }
    }

    @Test
    void a_reader_gets_nothing_older_than_what_an_editor_was_answered() throws Exception {
        var article = given.article().titled("0").published();
        var published = new AtomicInteger();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(0, 2)
                            .mapToObj(_ -> threads.submit(() -> hammer(article, published, over)))
                            .toList();
            try {
                for (var n = 1; n <= 15; n++) {
                    patch(
                            "/articles/" + article.id(),
                            "{\"title\": \"%d\", \"publication\": {}}".formatted(n));
                    published.set(n);
                    patch("/articles/" + article.id(), "{\"title\": \"-1\"}");
                }
            } finally {
                over.set(true);
            }
            for (var reader : readers) {
                assertTrue(reader.get() > 0);
            }
        }
    }

    private int hammer(Made article, AtomicInteger published, AtomicBoolean over) {
        var count = 0;
        while (!over.get() || count == 0) {
            var least = published.get();
            var got = read("/articles/" + article.id()).<String>path("title");
            assertTrue(Integer.parseInt(got) >= least, got + " after " + least);
            count++;
        }
        return count;
    }

    @Test
    void what_is_unchanged_takes_less_than_300_bytes() throws IOException {
        var article = given.article().published();
        var tag = read("/articles/" + article.slug()).header("ETag");
        var request =
                """
                GET /api/v1/articles/%s%s HTTP/1.1
                Host: localhost
                If-None-Match: "other", W/%s
                Connection: close

                """;
        for (var query : new String[] {"", "?fields=title"}) {
            var known =
                    query.isEmpty()
                            ? tag
                            : read("/articles/" + article.slug() + query).header("ETag");
            var answer = Wire.exchange(server, request.formatted(article.slug(), query, known));
            assertTrue(answer.startsWith("HTTP/1.1 304"), answer);
            assertTrue(answer.toLowerCase().contains("etag: " + known.toLowerCase()), answer);
            assertTrue(answer.length() < 300, answer);
        }
        given.reader()
                .header("If-None-Match", tag.replace("\"", "") + "-br")
                .get("/articles/" + article.slug())
                .then()
                .statusCode(200);
        given.reader()
                .header("If-None-Match", "*")
                .get("/articles/" + article.slug())
                .then()
                .statusCode(304)
                .header("Age", greaterThanOrEqualTo("0"))
                .header("Content-Length", nullValue());
    }

    /// RFC 9110, 5.3
    @Test
    void the_known_tags_may_stand_in_several_lines() throws IOException {
        var address = "/articles/" + given.article().published().slug();
        var tag = read(address).header("ETag");
        var request =
                "GET /api/v1%s HTTP/1.1\nHost: a\nIf-None-Match: \"a\"\nIf-None-Match: %s\nConnection: close\n\n"
                        .formatted(address, tag);
        var answer = Wire.exchange(server, request);
        assertTrue(answer.startsWith("HTTP/1.1 304"), answer);
    }

    private Response read(String address) {
        return given.reader().get(address);
    }

    private void patch(String address, String patch) {
        given.editor().contentType(JSON).body(patch).patch(address).then().statusCode(200);
    }

    private static void until(Callable<Boolean> condition) {
        var end = System.nanoTime() + 10_000_000_000L;
        try {
            while (!condition.call()) {
                assertTrue(System.nanoTime() < end);
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
