package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The slug that is made from a title where none is given.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FreeSlugTest {
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
