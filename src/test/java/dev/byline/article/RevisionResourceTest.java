package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RevisionResourceTest {

    private final Given given = new Given();

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"/revisions", "/revisions/1"})
        void whoever_is_no_editor(String path) {
            var article = given.article().published();
            given.reader().get("/articles/" + article.id() + path).then().statusCode(401);
            given.moderator().get("/articles/" + article.id() + path).then().statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "2", "-1", "01", "one", "99999999999"})
        void a_number_that_no_revision_has(String number) {
            revision(given.article().draft(), number)
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }

        @Test
        void to_restore_what_never_was() {
            restore(given.article().draft(), "*", 7)
                    .statusCode(422)
                    .body("errors.pointer", contains("/restore"))
                    .body("errors.code", contains("unknown-revision"));
        }

        @Test
        void to_restore_in_the_trash() {
            restore(given.article().trashed(), "*", 1)
                    .statusCode(409)
                    .body("code", equalTo("in-trash"));
        }

        @Test
        void to_restore_on_a_stale_condition() {
            var article = given.article().draft();
            revise(article, "Two");
            restore(article, article.etag(), 1).statusCode(412);
        }
    }

    @Test
    void each_save_left_one_that_stays_as_it_was() {
        var article = given.article().titled("One").by(given.author("Ann")).draft();
        var before = revision(article, "1").statusCode(200).extract().asString();
        revise(article, "Two");
        revision(article, "1")
                .body(equalTo(before))
                .body("title", equalTo("One"))
                .body("authors.name", contains("Ann"))
                .body("liveFrom", nullValue());
        revision(article, "2").body("title", equalTo("Two"));
    }

    @Test
    void they_are_listed_the_newest_first_page_by_page() {
        var article = given.article().titled("One").draft();
        revise(article, "Two");
        revise(article, "Three");
        var path = "/articles/" + article.id() + "/revisions";
        var next =
                given.editor()
                        .get(path + "?limit=2&count=exact")
                        .then()
                        .body("data.number", contains(3, 2))
                        .body("page.total", equalTo(3))
                        .extract()
                        .<String>path("page.next");
        given.editor()
                .get(path + "?limit=2&after={cursor}", next)
                .then()
                .body("data.title", contains("One"));
        given.editor().get(path + "?sort=number").then().body("data.number", contains(1, 2, 3));
    }

    @Test
    void restoring_adds_one_that_readers_get_when_it_is_published() {
        var article = given.article().titled("One").by(given.author("Ann")).published();
        given.editor()
                .contentType(JSON)
                .body("{\"title\": \"Two\", \"authors\": [], \"publication\": {}}")
                .patch("/articles/{id}", article.id());
        restore(article, "*", 1)
                .statusCode(201)
                .header("Location", "/api/v1/articles/" + article.id() + "/revisions/3")
                .body("number", equalTo(3))
                .body("title", equalTo("One"))
                .body("authors.name", contains("Ann"));
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("Two"));
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body("{}")
                .put("/articles/{id}/publication", article.id());
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("One"));
    }

    @Test
    void restoring_what_the_newest_says_adds_none() {
        var article = given.article().titled("One").draft();
        revise(article, "Two");
        revise(article, "One");
        restore(article, "*", 1).statusCode(200).body("number", equalTo(3));
    }

    @Test
    void restoring_what_the_newest_says_keeps_the_note() {
        var article = given.article().titled("One").draft();
        var note = Map.of("restore", 1, "note", "As agreed");
        for (var time = 0; time < 2; time++) {
            given.editor()
                    .contentType(JSON)
                    .body(note)
                    .post("/articles/{id}/revisions", article.id())
                    .then()
                    .statusCode(200)
                    .body("number", equalTo(2))
                    .body("note", equalTo("As agreed"));
        }
        revision(article, "1").body("note", nullValue());
    }

    private ValidatableResponse revision(Made article, String number) {
        return given.editor().get("/articles/{id}/revisions/{n}", article.id(), number).then();
    }

    private ValidatableResponse restore(Made article, String ifMatch, int number) {
        return given.editor()
                .header("If-Match", ifMatch)
                .contentType(JSON)
                .body(Map.of("restore", number))
                .post("/articles/{id}/revisions", article.id())
                .then();
    }

    private void revise(Made article, String title) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", title))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }
}
