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
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
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

    /// RFC 9110, 13.1.1: by a strong comparison, and ahead of If-None-Match.
    @Test
    void a_read_of_another_version_is_412() {
        var article = given.article().published();
        for (var who : List.<Supplier<RequestSpecification>>of(given::reader, given::editor)) {
            for (var path : List.of("/articles/" + article.slug(), "/articles", "/tags")) {
                var tag = who.get().get(path).header("ETag");
                // once more, where it is kept
                who.get().get(path);
                for (var match : List.of(tag, "*", "\"x\", " + tag, ", ," + tag + ",,")) {
                    who.get().header("If-Match", match).get(path).then().statusCode(200);
                    who.get().header("If-Match", match).head(path).then().statusCode(200);
                }
                for (var other : List.of("\"x\"", "W/" + tag, "W/" + tag + ", \"x\"")) {
                    who.get()
                            .header("If-Match", other)
                            .get(path)
                            .then()
                            .statusCode(412)
                            .body("code", equalTo("precondition-failed"))
                            .body("current", equalTo(tag));
                    who.get().header("If-Match", other).head(path).then().statusCode(412);
                    who.get()
                            .header("If-Match", other)
                            .header("If-None-Match", tag)
                            .get(path)
                            .then()
                            .statusCode(412);
                }
                who.get()
                        .header("If-Match", tag)
                        .header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(304);
                who.get().header("If-Match", "x").get(path).then().statusCode(400);
            }
        }
        given.reader().header("If-Match", "*").get("/articles/nothing").then().statusCode(404);
    }

    private String etag(String id) {
        return given.editor().get("/articles/{article}", id).header("ETag");
    }
}
