package dev.byline.author;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuthorResourceTest {
    private final Given given = new Given();

    @Test
    void nobody_but_editors_writes() {
        given.reader()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post("/authors")
                .then()
                .statusCode(401);
        given.moderator()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post("/authors")
                .then()
                .statusCode(403);
    }

    @Test
    void a_slug_is_taken_once() {
        var author = given.author();
        given.editor()
                .contentType(JSON)
                .body(Map.of("name", "Another", "slug", author.slug()))
                .post("/authors")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @Test
    void the_same_name_gets_a_slug_of_its_own() {
        given.author("Local News");
        var second = given.author("Local News");
        given.reader()
                .get("/authors/local-news-2")
                .then()
                .statusCode(200)
                .body("id", equalTo(second.id()));
    }

    @Test
    void a_replacement_needs_the_version_it_replaces() {
        var author = given.author();
        var body = Map.of("name", "New name");
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(body)
                .put("/authors/" + author.id())
                .then()
                .statusCode(428);
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", author.etag())
                .put("/authors/" + author.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("New name"))
                .body("slug", equalTo(author.slug()));
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", author.etag())
                .put("/authors/" + author.id())
                .then()
                .statusCode(412)
                .body("current", equalTo("\"1\""));
    }

    @Test
    void a_patch_changes_what_it_names_and_null_removes() {
        var author = given.author();
        patch(author.id(), "{\"biography\": \"Writes.\"}").body("biography", equalTo("Writes."));
        patch(author.id(), "{\"name\": \"B\"}").body("biography", equalTo("Writes."));
        patch(author.id(), "{\"biography\": null}")
                .body("biography", nullValue())
                .body("name", equalTo("B"));
    }

    private ValidatableResponse patch(String id, String body) {
        return given.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/authors/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void what_articles_use_stays_even_if_a_former_revision_alone_does() {
        var author = given.author();
        var article = given.article().by(author).published();
        given.article().by(author).draft();
        given.editor()
                .contentType(JSON)
                .body("{\"authors\": []}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);

        given.editor()
                .header("If-Match", "*")
                .delete("/authors/" + author.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("articles", is(2));
    }

    @Test
    void what_nothing_uses_is_deleted_for_good() {
        var author = given.author();
        given.editor()
                .header("If-Match", author.etag())
                .delete("/authors/" + author.slug())
                .then()
                .statusCode(204);
        given.reader().get("/authors/" + author.id()).then().statusCode(404);
    }

    @Test
    void a_list_is_sorted_by_name() {
        given.author("B");
        given.author("A");
        given.reader().get("/authors").then().body("data.name", contains("A", "B"));
        given.reader().get("/authors?sort=-name").then().body("data.name", contains("B", "A"));
    }
}
