package dev.byline.history;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class ComparisonTest {
    private final Given given = new Given();

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"/revisions/1/diff", "/blame"})
        void whoever_may_not_read_drafts(String path) {
            var article = given.article().published();
            given.reader().get("/articles/" + article.id() + path).then().statusCode(401);
            given.moderator().get("/articles/" + article.id() + path).then().statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/revisions/2/diff",
                    "/revisions/0/diff",
                    "/revisions/one/diff",
                    "/revisions/1/diff?against=2",
                    "/blame?revision=2"
                })
        void a_number_that_no_revision_has(String path) {
            get(given.article().draft(), path).statusCode(404).body("code", equalTo("not-found"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/revisions/1/diff?against=0",
                    "/revisions/1/diff?against=first",
                    "/blame?revision=-1"
                })
        void what_is_no_number(String path) {
            get(given.article().draft(), path)
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }

        @Test
        void a_diff_of_another_kind() {
            given.editor()
                    .accept("application/jsonl")
                    .get("/articles/{id}/revisions/1/diff", given.article().draft().id())
                    .then()
                    .statusCode(406);
        }
    }

    @Test
    void a_diff_has_each_field_that_is_another_and_the_body_by_words() {
        var ann = given.author("Ann");
        var ben = given.author("Ben");
        var article = given.article().titled("One").by(ann).draft();
        patch(
                article,
                Map.of(
                        "body",
                        "The vote came early.",
                        "cover",
                        Map.of("url", "https://example.org/a.jpg", "alt", "A night")));
        patch(
                article,
                Map.of(
                        "title", "Two",
                        "body", "The vote came very late.",
                        "cover", Map.of("alt", "A long night"),
                        "note", "Checked",
                        "authors", List.of(ben.id())));
        get(article, "/revisions/3/diff")
                .statusCode(200)
                .body("before.number", equalTo(2))
                .body("after.number", equalTo(3))
                .body("after.note", equalTo("Checked"))
                .body("after.savedBy.name", equalTo(name()))
                .body("changes.field", contains("title", "body", "cover.alt", "authors"))
                .body("changes[0].before", equalTo("One"))
                .body("changes[0].after", equalTo("Two"))
                .body(
                        "changes[1].operations.operation",
                        contains("equal", "delete", "insert", "equal"))
                .body(
                        "changes[1].operations.text",
                        contains("The vote came ", "early", "very late", "."))
                .body("changes[2].after", equalTo("A long night"))
                .body("changes[3].removed.slug", contains(ann.slug()))
                .body("changes[3].added.id", contains(ben.id()));
    }

    @Test
    void a_diff_may_be_against_any_other_revision() {
        var article = given.article().titled("One").draft();
        patch(article, Map.of("title", "Two"));
        patch(article, Map.of("title", "Three"));
        get(article, "/revisions/1/diff?against=3")
                .body("changes[0].before", equalTo("Three"))
                .body("changes[0].after", equalTo("One"));
        get(article, "/revisions/2/diff?against=2").body("changes", empty());
        get(article, "/revisions/1/diff")
                .body("before", nullValue())
                .body("changes.field", hasItems("title", "body", "language"));
    }

    @Test
    void a_diff_comes_as_unified_text() {
        var article = given.article().titled("One").draft();
        patch(article, Map.of("body", "Alpha\n\nBéta\n"));
        patch(article, Map.of("title", "Two", "body", "Alpha\n\nGamma"));
        given.editor()
                .accept("text/x-diff")
                .get("/articles/{id}/revisions/3/diff", article.id())
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/x-diff;charset=UTF-8"))
                .body(
                        equalTo(
                                """
                                --- 2/title
                                +++ 3/title
                                @@ -1,1 +1,1 @@
                                -One
                                +Two
                                --- 2/body
                                +++ 3/body
                                @@ -1,3 +1,3 @@
                                 Alpha
                                \s
                                -Béta
                                +Gamma
                                \\ No newline at end of file
                                """));
    }

    @Test
    void blame_tells_which_save_each_paragraph_comes_from() {
        var article = given.article().draft();
        patch(article, Map.of("body", "One.\n\nTwo."));
        given.admin()
                .contentType(JSON)
                .body(Map.of("body", "One.\n\nTwo, by another.\n\nThree."))
                .patch("/articles/{id}", article.id());
        patch(article, Map.of("body", "Zero.\n\nOne.\n\nTwo, by another.\n\nThree.\n"));
        get(article, "/blame")
                .statusCode(200)
                .body("revision", equalTo(4))
                .body(
                        "paragraphs.text",
                        contains("Zero.\n\n", "One.\n\n", "Two, by another.\n\n", "Three.\n"))
                .body("paragraphs.position", contains(0, 7, 13, 31))
                .body("paragraphs.revision", contains(4, 2, 3, 3))
                .body("revisions.number", contains(4, 3, 2))
                .body("revisions[1].savedBy.name", startsWith("admin-"));
        get(article, "/blame?revision=2").body("paragraphs.revision", contains(2, 2));
    }

    @Test
    void blame_goes_back_through_a_long_history() {
        var article = given.article().draft();
        for (var number = 2; number <= 60; number++) {
            patch(article, Map.of("body", "The first.\n\nThe last, number " + number));
        }
        get(article, "/blame").body("paragraphs.revision", contains(2, 60));
    }

    @Test
    void pages_have_both() {
        var page =
                given.editor()
                        .contentType(JSON)
                        .body(Map.of("title", "Imprint", "body", "Vienna."))
                        .post("/pages")
                        .path("id")
                        .toString();
        given.editor().contentType(JSON).body(Map.of("body", "Graz.")).patch("/pages/{id}", page);
        given.editor()
                .get("/pages/{id}/revisions/2/diff", page)
                .then()
                .statusCode(200)
                .body("changes.field", contains("body"));
        given.editor()
                .accept("text/x-diff")
                .get("/pages/{id}/revisions/2/diff", page)
                .then()
                .body(startsWith("--- 1/body\n+++ 2/body\n"))
                .body(containsString("\n+Graz.\n"));
        given.editor()
                .get("/pages/{id}/blame", page)
                .then()
                .statusCode(200)
                .body("paragraphs.revision", contains(2));
    }

    @Test
    void revisions_name_who_saved_them() {
        var article = given.article().draft();
        get(article, "/revisions?filter=savedByName==" + name())
                .body("data.savedByName", contains(name()));
        get(article, "/revisions/1").body("savedByName", equalTo(name()));
        given.editor()
                .contentType(JSON)
                .body(Map.of("restore", 1, "note", "Again"))
                .post("/articles/{id}/revisions", article.id())
                .then()
                .statusCode(200)
                .body("savedByName", equalTo(name()));
    }

    private String name() {
        return given.editor().get("/who").path("name");
    }

    private ValidatableResponse get(Made article, String path) {
        return given.editor().get("/articles/" + article.id() + path).then();
    }

    private void patch(Made article, Map<String, ?> changes) {
        given.editor()
                .contentType(JSON)
                .body(changes)
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }
}
