package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The slug that is made from a title where none is given.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FreeSlugTest {
    @Inject DataSource database;

    private final Given given = new Given();

    @Test
    void takes_no_address_that_leads_to_another_article() {
        var moved = given.article().with("slug", "a-story").published();
        given.editor()
                .contentType(JSON)
                .body(Map.of("slug", "another-name"))
                .patch("/articles/" + moved.id())
                .then()
                .statusCode(200);
        assertEquals("a-story-2", post(given.editor(), "A story"));
        given.reader()
                .redirects()
                .follow(false)
                .get("/articles/a-story")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/api/v1/articles/another-name"));
    }

    @Test
    void is_another_for_each_of_those_who_ask_at_once() throws InterruptedException {
        var posts =
                IntStream.range(0, 6)
                        .mapToObj(_ -> given.editor())
                        .<Callable<String>>map(editor -> () -> post(editor, "At once"))
                        .toList();
        try (var clients = Executors.newFixedThreadPool(6)) {
            var slugs =
                    clients.invokeAll(posts).stream().map(future -> future.resultNow()).toList();
            assertEquals(6, slugs.stream().distinct().count(), slugs::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', a-story",
        "a-story, a-story-2",
        "a-story-2, a-story",
        "a-story a-story-2, a-story-3",
        "a-story a-story-2 a-story-3 a-story-4 a-story-5, a-story-6",
        "a-story a-story-2 a-story-3 a-story-4 a-story-5 a-story-6 a-story-7 a-story-8, a-story-9"
    })
    void is_the_next_number(String taken, String expected) {
        for (var slug : taken.split(" ")) {
            if (!slug.isEmpty()) {
                given.article().with("slug", slug).draft();
            }
        }
        assertEquals(expected, post(given.editor(), "A story"));
    }

    @Test
    void has_room_for_the_number() {
        var title = "a".repeat(300);
        assertEquals("a".repeat(200), post(given.editor(), title));
        assertEquals("a".repeat(190) + "-2", post(given.editor(), title));
        assertEquals("a".repeat(190) + "-3", post(given.editor(), title));
    }

    @Test
    void waits_for_nobody_who_is_about_to_take_one() throws SQLException {
        post(given.editor(), "A story");
        try (var other = database.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "select pg_advisory_xact_lock(hashtextextended('article:a-story-2', 0))");
            assertEquals("a-story-3", post(given.editor(), "A story"));
            other.rollback();
        }
    }

    private static String post(RequestSpecification editor, String title) {
        return editor.contentType(JSON)
                .body(Map.of("title", title, "body", "b"))
                .post("/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
    }
}
