package dev.byline.story;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class AutosaveTest {
    private final Given given = new Given();

    @Inject Writes writes;

    @ParameterizedTest
    @ValueSource(strings = {"autosave=now", "autosave=", "autosave=true&base=live"})
    void refuses_what_is_no_autosave(String query) {
        patch(given.editor(), given.article().published(), "?" + query, Map.of()).statusCode(400);
    }

    @Test
    void publishes_nothing() {
        var article = given.article().draft();
        autosave(article, Map.of("title", "Half", "publication", Map.of())).statusCode(400);
        read(article).body("status", equalTo("draft")).body("revision", equalTo(1));
    }

    @Test
    void goes_into_the_one_before_and_never_into_a_save() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "On", "note", "Writing")).body("revision", equalTo(2));
        var etag = autosave(article, Map.of("body", "One night")).extract().header("ETag");
        read(article)
                .body("revision", equalTo(2))
                .body("body", equalTo("One night"))
                .body("bodyText", equalTo("One night"))
                .body("note", equalTo("Writing"));
        given.editor()
                .header("If-None-Match", etag)
                .get("/articles/{id}", article.id())
                .then()
                .statusCode(304);
        history(article)
                .body("data.number", contains(2, 1))
                .body("data.autosave", contains(true, false));
        given.admin()
                .get("/changes?filter=subject.id==" + article.id())
                .then()
                .body("data.revisionBefore", contains(null, 1, 2))
                .body("data.revisionAfter", contains(1, 2, 2));
        given.editor()
                .get("/articles?status=draft&q=\"One+night\"&fields=id")
                .then()
                .body("data.id", contains(article.id()));
    }

    @Test
    void what_is_saved_on_purpose_stays() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        patch(given.editor(), article, "", Map.of("body", "One night")).statusCode(200);
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(3));
        given.editor()
                .get("/articles/{id}/revisions/2", article.id())
                .then()
                .body("body", equalTo("One night"));
        history(article).body("data.autosave", contains(true, false, false));
    }

    @Test
    void a_save_beside_it_leaves_it_as_it_is() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        patch(given.editor(), article, "", Map.of("title", "Saved"));
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(4));
    }

    @Test
    void what_was_live_or_planned_stays() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        publish(article, Map.of("from", "2100-01-01T00:00:00Z"));
        given.editor()
                .header("If-Match", "*")
                .delete("/articles/{id}/publication", article.id())
                .then()
                .statusCode(204);
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(3));
        publish(article, Map.of());
        autosave(article, Map.of("body", "One longer night")).body("revision", equalTo(4));
    }

    @Test
    void a_colleagues_stays() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        patch(given.admin(), article, "?autosave=true", Map.of("body", "Mine"))
                .body("revision", equalTo(3));
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(4));
    }

    @Test
    void one_that_a_review_a_release_or_a_note_names_stays() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(Map.of("state", "requested"))
                .put("/articles/{id}/review", article.id())
                .then()
                .statusCode(200);
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(3));
        given.editor()
                .contentType(JSON)
                .body(
                        Map.of(
                                "name",
                                "Night",
                                "items",
                                new Map<?, ?>[] {Map.of("article", article.id())}))
                .post("/releases")
                .then()
                .statusCode(201);
        autosave(article, Map.of("body", "One longer night")).body("revision", equalTo(4));
        given.editor()
                .contentType(JSON)
                .body(Map.of("text", "Which one?"))
                .post("/articles/{id}/notes", article.id())
                .then()
                .statusCode(201);
        autosave(article, Map.of("body", "One last night")).body("revision", equalTo(5));
    }

    @Test
    void one_of_ten_minutes_ago_stays() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                writes.run(
                                        Sql.of(
                                                "update revision set autosave_since = now() - interval '10 minutes'"
                                                        + " where article_id = ? and number = 2",
                                                UUID.fromString(article.id()))));
        autosave(article, Map.of("body", "One long night")).body("revision", equalTo(3));
    }

    @Test
    void an_edit_that_began_from_what_is_gone_is_told_so() {
        var article = given.article().draft();
        var etag = autosave(article, Map.of("body", "One night")).extract().header("ETag");
        autosave(article, Map.of("body", "One long night"));
        patch(
                        given.admin().header("If-Match", etag),
                        article,
                        "?merge=true",
                        Map.of("title", "Another"))
                .statusCode(412)
                .body("since.revision", equalTo(2))
                .body("since", not(hasKey("fields")));
    }

    @Test
    void is_merged_as_any_edit() {
        var article = given.article().draft();
        autosave(article, Map.of("body", "One night"));
        var etag = read(article).extract().header("ETag");
        patch(given.admin(), article, "", Map.of("slug", article.slug() + "-2")).statusCode(200);
        patch(
                        given.editor().header("If-Match", etag),
                        article,
                        "?merge=true&autosave=true",
                        Map.of("body", "One long night"))
                .statusCode(200)
                .body("body", equalTo("One long night"))
                .body("slug", equalTo(article.slug() + "-2"));
    }

    private ValidatableResponse autosave(Made article, Map<String, ?> changes) {
        return patch(given.editor(), article, "?autosave=true", changes);
    }

    private ValidatableResponse patch(
            RequestSpecification who, Made article, String query, Map<String, ?> changes) {
        return who.contentType(JSON)
                .body(changes)
                .patch("/articles/" + article.id() + query)
                .then();
    }

    private void publish(Made article, Map<String, ?> plan) {
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(plan)
                .put("/articles/{id}/publication", article.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse read(Made article) {
        return given.editor()
                .get("/articles/{id}?fields=revision,status,body,bodyText,note", article.id())
                .then();
    }

    private ValidatableResponse history(Made article) {
        return given.editor().get("/articles/{id}/revisions", article.id()).then();
    }
}
