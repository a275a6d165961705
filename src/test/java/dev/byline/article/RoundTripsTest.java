package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often a command on an article, or under it, goes to the database and back, as the driver
/// logs it: the look-up of the token, which comes first, and the commit, which comes last,
/// included.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RoundTripsTest {
    private static final Logger DRIVER =
            Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final int TOKEN = 1;
    private static final Map<String, ?> NOW = Map.of();

    private final Given given = new Given();
    private final Counter counter = new Counter();

    private static final class Counter extends Handler {
        private final AtomicInteger syncs = new AtomicInteger();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getMessage().contains("FE=> Sync") && !isOfLoop()) {
                syncs.incrementAndGet();
            }
        }

        /// What the server does by itself, on connections of its own, is no command's.
        private static boolean isOfLoop() {
            return Thread.currentThread().getName().startsWith("byline-");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        counter.setLevel(Level.ALL);
        DRIVER.setLevel(Level.ALL);
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
    }

    @AfterEach
    void listenNoMore() {
        DRIVER.removeHandler(counter);
        DRIVER.setUseParentHandlers(true);
        DRIVER.setLevel(null);
    }

    @Test
    void of_a_new_article_that_is_published() {
        assertEquals(
                TOKEN + 3,
                trips(
                        () -> {
                            var input =
                                    Map.of(
                                            "title",
                                            "A night",
                                            "body",
                                            "Late.",
                                            "authors",
                                            List.of(given.author().slug()),
                                            "tags",
                                            List.of(given.tag().slug(), given.tag().slug()),
                                            "publication",
                                            NOW);
                            return () -> editor(input).post("/articles");
                        }));
    }

    @Test
    void of_a_new_article_with_a_key() {
        var input = Map.of("title", "A night", "body", "Late.");
        assertEquals(
                TOKEN + 5,
                trips(
                        () -> {
                            var editor = editor(input).header("Idempotency-Key", next());
                            return () -> editor.post("/articles");
                        }));
    }

    @Test
    void of_a_patch_that_publishes_tomorrow() {
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        assertEquals(
                TOKEN + 3,
                trips(
                        () ->
                                patch(
                                        Map.of(
                                                "title",
                                                "Another",
                                                "publication",
                                                Map.of("from", tomorrow)))));
    }

    @Test
    void of_a_patch_that_publishes() {
        assertEquals(TOKEN + 3, trips(() -> patch(Map.of("title", "Another", "publication", NOW))));
    }

    @Test
    void of_a_patch_that_also_renames_and_names_others() {
        assertEquals(
                TOKEN + 4,
                trips(
                        () ->
                                patch(
                                        Map.of(
                                                "slug", next(),
                                                "formerSlugs", List.of(next()),
                                                "title", "Another",
                                                "authors", List.of(given.author().slug()),
                                                "publication", NOW))));
    }

    @Test
    void of_a_patch_that_changes_nothing() {
        assertEquals(TOKEN + 3, trips(() -> patch(Map.of())));
    }

    @Test
    void of_a_withdrawal() {
        assertEquals(
                TOKEN + 3,
                trips(
                        () -> {
                            var path = "/articles/" + published().id() + "/publication";
                            return () -> given.editor().header("If-Match", "*").delete(path);
                        }));
    }

    @Test
    void of_a_comment_with_a_token() {
        assertEquals(
                TOKEN + 3,
                trips(
                        () -> {
                            var path = "/articles/" + published().id() + "/comments";
                            return () -> editor(Map.of("body", "Well put.")).post(path);
                        }));
    }

    @Test
    void of_a_reply_with_a_token() {
        assertEquals(
                TOKEN + 3,
                trips(
                        () -> {
                            var article = published();
                            var parent = reply(article, reply(article, null));
                            return () -> post(article, "Well put.", parent);
                        }));
    }

    @Test
    void of_a_moderation() {
        assertEquals(
                TOKEN + 3,
                trips(
                        () -> {
                            var article = published();
                            var path = "/comments/" + reply(article, reply(article, null));
                            var rejected = Map.of("status", "rejected");
                            return () ->
                                    given.moderator().contentType(JSON).body(rejected).patch(path);
                        }));
    }

    /// Answers to the request that made it, kept for a retry, are looked for.
    @Test
    void of_a_deletion_of_a_comment() {
        assertEquals(
                TOKEN + 4,
                trips(
                        () -> {
                            var article = published();
                            var path = "/comments/" + reply(article, reply(article, null));
                            return () -> given.moderator().header("If-Match", "*").delete(path);
                        }));
    }

    /// It is found, locked and written as an entity, and asked of the clock.
    @Test
    void of_a_patch_of_a_tag() {
        assertEquals(
                TOKEN + 5,
                trips(
                        () -> {
                            var tag = given.tag();
                            return () ->
                                    editor(
                                                    Map.of(
                                                            "slug",
                                                            next(),
                                                            "name",
                                                            "Politics",
                                                            "internal",
                                                            false))
                                            .patch("/tags/" + tag.id());
                        }));
    }

    private String reply(Made article, String parent) {
        return post(article, "Well put.", parent).path("id");
    }

    private Response post(Made article, String body, String parent) {
        var comment = new HashMap<String, String>(Map.of("body", body));
        comment.put("parentId", parent);
        return given.moderator()
                .contentType(JSON)
                .body(comment)
                .post("/articles/" + article.id() + "/comments");
    }

    private final AtomicInteger count = new AtomicInteger();

    private String next() {
        return "a-night-" + count.incrementAndGet();
    }

    private Made published() {
        return given.article().by(given.author()).about(given.tag(), given.tag()).published();
    }

    private RequestSpecification editor(Object body) {
        return given.editor().contentType(JSON).header("If-Match", "*").body(body);
    }

    private Supplier<Response> patch(Map<String, ?> body) {
        var path = "/articles/" + published().id();
        return () -> editor(body).patch(path);
    }

    /// The fewest of three: the server may have something of its own to do meanwhile.
    private int trips(Supplier<Supplier<Response>> preparation) {
        return IntStream.range(0, 3).map(_ -> counted(preparation.get())).min().orElseThrow();
    }

    private int counted(Supplier<Response> request) {
        var before = counter.syncs.get();
        var status = request.get().statusCode();
        assertEquals(2, status / 100);
        return counter.syncs.get() - before;
    }
}
