package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// `If-None-Match` on an article, past the cache: an editor's reads, which are never kept.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConditionalReadTest {
    private final Given given = new Given();

    @Test
    void another_tag_gets_the_whole_with_its_long_texts() {
        var article = given.article().titled("Night").with("body", "A *cold* night.").published();
        given.editor()
                .header("If-None-Match", "\"0.x\"")
                .get("/articles/{article}?fields=title,body,bodyText", article.id())
                .then()
                .statusCode(200)
                .body("title", equalTo("Night"))
                .body("body", equalTo("A *cold* night."))
                .body("bodyText", equalTo("A cold night."));
    }

    @Test
    void the_tag_of_a_write_is_that_of_a_read() {
        var article = given.article().published();
        assertEquals(article.etag(), etag(article.id()));
        given.editor()
                .header("If-None-Match", article.etag())
                .get("/articles/{article}", article.id())
                .then()
                .statusCode(304)
                .body(emptyString());
    }

    @Test
    void another_body_has_another_tag() {
        var article = given.article().published();
        var changed =
                given.editor()
                        .contentType(JSON)
                        .body("{\"body\": \"Another.\", \"publication\": {}}")
                        .patch("/articles/{article}", article.id())
                        .header("ETag");
        assertNotEquals(article.etag(), changed);
        assertEquals(changed, etag(article.id()));
        given.editor()
                .header("If-None-Match", article.etag())
                .get("/articles/{article}", article.id())
                .then()
                .statusCode(200)
                .body("body", equalTo("Another."));
    }

    private String etag(String id) {
        return given.editor().get("/articles/{article}", id).header("ETag");
    }
}
