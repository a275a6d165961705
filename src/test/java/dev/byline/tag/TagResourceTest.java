package dev.byline.tag;

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
class TagResourceTest {
    private final Given given = new Given();

    @Test
    void nobody_but_editors_writes() {
        given.reader()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post("/tags")
                .then()
                .statusCode(401);
        given.moderator()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post("/tags")
                .then()
                .statusCode(403);
    }

    @Test
    void a_slug_is_taken_once() {
        var tag = given.tag();
        given.editor()
                .contentType(JSON)
                .body(Map.of("name", "Another", "slug", tag.slug()))
                .post("/tags")
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @Test
    void the_same_name_gets_a_slug_of_its_own() {
        given.tag("Local News");
        var second = given.tag("Local News");
        given.reader()
                .get("/tags/local-news-2")
                .then()
                .statusCode(200)
                .body("id", equalTo(second.id()));
    }

    @Test
    void a_replacement_needs_the_version_it_replaces() {
        var tag = given.tag();
        var body = Map.of("name", "New name");
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(body)
                .put("/tags/" + tag.id())
                .then()
                .statusCode(428);
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", tag.etag())
                .put("/tags/" + tag.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("New name"))
                .body("slug", equalTo(tag.slug()));
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", tag.etag())
                .put("/tags/" + tag.id())
                .then()
                .statusCode(412)
                .body("current", equalTo("\"1\""));
    }

    @Test
    void a_patch_changes_what_it_names_and_null_removes() {
        var tag = given.tag();
        patch(tag.id(), "{\"description\": \"News.\"}").body("description", equalTo("News."));
        patch(tag.id(), "{\"name\": \"B\"}").body("description", equalTo("News."));
        patch(tag.id(), "{\"description\": null}")
                .body("description", nullValue())
                .body("name", equalTo("B"));
    }

    private ValidatableResponse patch(String id, String body) {
        return given.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/tags/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void what_articles_use_stays_even_if_a_former_revision_alone_does() {
        var tag = given.tag();
        var article = given.article().about(tag).published();
        given.article().about(tag).draft();
        given.editor()
                .contentType(JSON)
                .body("{\"tags\": []}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);

        given.editor()
                .header("If-Match", "*")
                .delete("/tags/" + tag.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("articles", is(2));
    }

    @Test
    void what_nothing_uses_is_deleted_for_good() {
        var tag = given.tag();
        given.editor()
                .header("If-Match", tag.etag())
                .delete("/tags/" + tag.slug())
                .then()
                .statusCode(204);
        given.reader().get("/tags/" + tag.id()).then().statusCode(404);
    }

    @Test
    void a_list_is_sorted_by_name() {
        given.tag("B");
        given.tag("A");
        given.reader().get("/tags").then().body("data.name", contains("A", "B"));
        given.reader().get("/tags?sort=-name").then().body("data.name", contains("B", "A"));
    }
}
