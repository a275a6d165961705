package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An edit that comes while another command has the article locked begins from what that left.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleUnderLockTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    @Test
    void finds_nothing_under_a_slug_that_it_has_no_more() throws Exception {
        var article = given.article().published();
        assertEquals(
                404,
                patched(
                        article.id(),
                        article.slug(),
                        "update article set slug = 'elsewhere' where id = ?"));
        read(article.id()).body("slug", equalTo("elsewhere")).body("revision", equalTo(1));
    }

    @Test
    void is_refused_where_it_was_put_into_the_trash() throws Exception {
        var article = given.article().published();
        assertEquals(
                409,
                patched(
                        article.id(),
                        article.id(),
                        "update article set trashed_at = now() where id = ?"));
    }

    @Test
    void leaves_what_another_wrote() throws Exception {
        var article = given.article().published();
        assertEquals(
                200,
                patched(
                        article.id(),
                        article.slug(),
                        "update revision set summary = 'Written meanwhile' where article_id = ?"));
        read(article.id())
                .body("title", equalTo("Another"))
                .body("summary", equalTo("Written meanwhile"));
    }

    private int patched(String id, String reference, String command) throws Exception {
        return Locks.answerAfter(
                database,
                "article",
                id,
                command,
                () ->
                        given.editor()
                                .contentType(JSON)
                                .body(Map.of("title", "Another"))
                                .patch("/articles/{reference}", reference)
                                .statusCode());
    }

    private ValidatableResponse read(String id) {
        return given.editor().get("/articles/{id}", id).then().statusCode(200);
    }
}
