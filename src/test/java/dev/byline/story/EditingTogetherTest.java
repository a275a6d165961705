package dev.byline.story;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two who edit one story at a time: the other one is an administrator.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class EditingTogetherTest {
    private static final String TWO = "One came early.\n\nTwo came late.";

    private final Given given = new Given();

    @Nested
    class AStaleCondition {

        @Test
        void tells_a_put_who_changed_what_and_whether_it_changes_the_same() {
            var article = given.article().titled("A night").draft();
            other(article, Map.of("title", "A long night", "summary", "Late."));
            given.editor()
                    .contentType(JSON)
                    .header("If-Match", article.etag())
                    .body(Map.of("title", "A night out", "body", "Other."))
                    .put("/articles/{id}", article.id())
                    .then()
                    .statusCode(412)
                    .body("current", equalTo("\"1\""))
                    .body(
                            "detail",
                            containsString(
                                    "Others since: title, summary. This request changes title too."))
                    .body("since.by.name", startsWith("admin-"))
                    .body("since.revision", equalTo(2))
                    .body("since.fields", contains("title", "summary"))
                    .body("since.both", contains("title"))
                    .body("since.mergeable", equalTo(false));
        }

        @Test
        void tells_a_patch_that_it_could_be_merged() {
            var article = given.article().draft();
            other(article, Map.of("title", "A long night"));
            patch(article, "", article.etag(), Map.of("summary", "Late."))
                    .statusCode(412)
                    .body("since.fields", contains("title"))
                    .body("since.both", empty())
                    .body("since.mergeable", equalTo(true));
        }

        @Test
        void tells_what_no_revision_keeps() {
            var article = given.article().draft();
            other(article, Map.of("slug", article.slug() + "-2", "publication", Map.of()));
            given.editor()
                    .header("If-Match", article.etag())
                    .delete("/articles/{id}", article.id())
                    .then()
                    .statusCode(412)
                    .body("since.fields", containsInAnyOrder("slug", "publication"))
                    .body("since.both", empty())
                    .body("since", not(hasKey("mergeable")));
        }

        @Test
        void tells_what_is_known_of_a_version_that_never_was() {
            var article = given.article().draft();
            patch(article, "?merge=true", "\"99.x\"", Map.of("title", "Another"))
                    .statusCode(412)
                    .body("since.revision", equalTo(1))
                    .body("since", not(hasKey("fields")));
        }

        @Test
        void is_no_matter_of_what_the_request_gets_wrong() {
            var article = given.article().draft();
            other(article, Map.of("title", "A long night"));
            patch(article, "", article.etag(), Map.of("authors", List.of("nobody")))
                    .statusCode(412)
                    .body("since.fields", contains("title"));
        }
    }

    @Nested
    class RefusesToMerge {

        @Test
        void without_a_version_to_begin_from() {
            var article = given.article().draft();
            given.editor()
                    .contentType(JSON)
                    .body(Map.of("title", "Another"))
                    .patch("/articles/{id}?merge=true", article.id())
                    .then()
                    .statusCode(428);
            patch(article, "?merge=true", "*", Map.of("title", "Another")).statusCode(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"yes", "", "TRUE"})
        void by_a_parameter_that_says_neither(String value) {
            var article = given.article().draft();
            patch(article, "?merge=" + value, article.etag(), Map.of()).statusCode(400);
        }

        @Test
        void what_both_changed() {
            var article = given.article().titled("A night").draft();
            var etag = body(article, TWO);
            other(
                    article,
                    Map.of("title", "Their night", "body", "One came early.\n\nTwo never came."));
            patch(
                            article,
                            "?merge=true",
                            etag,
                            Map.of("title", "Your night", "body", "One came early.\n\nTwo left."))
                    .statusCode(409)
                    .body("code", equalTo("edit-conflict"))
                    .body("conflicts.field", contains("title", "body"))
                    .body("conflicts.base", contains("A night", "Two came late."))
                    .body("conflicts.theirs", contains("Their night", "Two never came."))
                    .body("conflicts.yours", contains("Your night", "Two left."))
                    .body("conflicts[1].position", equalTo(17));
            read(article).body("revision", equalTo(3)).body("title", equalTo("Their night"));
        }

        @Test
        void two_names_in_addresses() {
            var article = given.article().draft();
            other(article, Map.of("slug", article.slug() + "-theirs"));
            patch(article, "?merge=true", article.etag(), Map.of("slug", article.slug() + "-yours"))
                    .statusCode(409)
                    .body("conflicts.field", contains("slug"))
                    .body("conflicts.theirs", contains(article.slug() + "-theirs"));
        }
    }

    @Test
    void other_fields_and_other_paragraphs_go_together() {
        var politics = given.tag();
        var night = given.tag();
        var article = given.article().about(politics).draft();
        var etag = body(article, TWO);
        other(
                article,
                Map.of(
                        "summary",
                        "Late.",
                        "body",
                        TWO + "\n\nThree came.",
                        "tags",
                        List.of(politics.id(), night.id())));
        patch(
                        article,
                        "?merge=true",
                        etag,
                        Map.of(
                                "title", "Yours",
                                "body", "One came first.\n\nTwo came late.",
                                "tags", List.of()))
                .statusCode(200)
                .body("title", equalTo("Yours"))
                .body("summary", equalTo("Late."))
                .body("body", equalTo("One came first.\n\nTwo came late.\n\nThree came."))
                .body("tags.id", contains(night.id()))
                .body("revision", equalTo(4))
                .body("merged.changes.revision", contains(3))
                .body("merged.changes[0].savedBy.name", startsWith("admin-"))
                .body("merged.changes[0].fields", contains("summary", "body", "tags"));
    }

    @Test
    void nothing_is_merged_where_nobody_else_edited() {
        var article = given.article().draft();
        patch(article, "?merge=true", article.etag(), Map.of("title", "Yours"))
                .statusCode(200)
                .body("$", not(hasKey("merged")));
    }

    @Test
    void an_edit_that_began_before_another_was_published_is_merged() {
        var article = given.article().titled("A night").draft();
        other(article, Map.of("summary", "Late.", "publication", Map.of()));
        patch(article, "?merge=true", article.etag(), Map.of("title", "Yours"))
                .statusCode(200)
                .body("summary", equalTo("Late."))
                .body("hasUnpublishedChanges", equalTo(true));
    }

    @Test
    void pages_are_merged_likewise() {
        var made =
                given.editor()
                        .contentType(JSON)
                        .body(Map.of("title", "Imprint", "body", TWO))
                        .post("/pages");
        var page = "/pages/" + made.path("id");
        given.admin().contentType(JSON).body(Map.of("position", 7, "title", "Us")).patch(page);
        RequestSpecification stale =
                given.editor().contentType(JSON).header("If-Match", made.header("ETag"));
        stale.body(Map.of("position", 8, "summary", "Where we are."))
                .patch(page)
                .then()
                .statusCode(412)
                .body("since.fields", contains("title", "parent", "position"))
                .body("since.both", contains("position"))
                .body("since.mergeable", equalTo(false));
        given.editor()
                .contentType(JSON)
                .header("If-Match", made.header("ETag"))
                .body(Map.of("summary", "Where we are."))
                .patch(page + "?merge=true")
                .then()
                .statusCode(200)
                .body("title", equalTo("Us"))
                .body("position", equalTo(7))
                .body("summary", equalTo("Where we are."));
    }

    private String body(Made article, String body) {
        return patch(article, "", "*", Map.of("body", body)).extract().header("ETag");
    }

    private void other(Made article, Map<String, ?> changes) {
        Response answer =
                given.admin()
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .body(changes)
                        .patch("/articles/{id}", article.id());
        answer.then().statusCode(200);
    }

    private ValidatableResponse patch(
            Made article, String query, String ifMatch, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .header("If-Match", ifMatch)
                .body(changes)
                .patch("/articles/" + article.id() + query)
                .then();
    }

    private ValidatableResponse read(Made article) {
        return given.editor().get("/articles/{id}", article.id()).then();
    }
}
