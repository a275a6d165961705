package dev.byline.story;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers get is edited while a colleague's draft, or plan, waits. The colleague is an
/// administrator.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class LiveTextTest {
    private static final Map<String, ?> NOW = Map.of();
    private static final String TOMORROW = "2100-01-01T08:00:00Z";
    private static final String END = "2100-06-01T08:00:00Z";

    private final Given given = new Given();

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"base=draft", "base=", "base=live&merge=true"})
        void what_it_cannot_start_from(String query) {
            edit(given.editor(), given.article().published(), "?" + query, Map.of())
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }

        @Test
        void to_correct_what_nobody_gets() {
            edit(given.editor(), given.article().draft(), "?base=live", Map.of("title", "New"))
                    .statusCode(409)
                    .body("code", equalTo("not-live"));
            edit(given.editor(), given.article().trashed(), "?base=live", Map.of("title", "New"))
                    .statusCode(409)
                    .body("code", equalTo("in-trash"));
        }

        @Test
        void to_plan_a_correction() {
            var article = given.article().published();
            edit(
                            given.editor(),
                            article,
                            "?base=live",
                            Map.of("title", "New", "publication", Map.of("from", TOMORROW)))
                    .statusCode(422)
                    .body("errors.pointer", contains("/publication/from"))
                    .body("errors.code", contains("not-now"));
        }

        @Test
        void a_correction_of_what_the_draft_changed_and_leaves_all_as_it_was() {
            var article = given.article().titled("Live").published();
            colleague(article, Map.of("title", "Draft"));
            edit(
                            given.editor(),
                            article,
                            "?base=live",
                            Map.of("title", "Corrected", "publication", NOW))
                    .statusCode(409)
                    .body("code", equalTo("edit-conflict"))
                    .body("conflicts.base", contains("Live"))
                    .body("conflicts.theirs", contains("Draft"))
                    .body("conflicts.yours", contains("Corrected"));
            live(article).body("title", equalTo("Live"));
            newest(article).body("revision", equalTo(2));
        }

        @Test
        void to_publish_a_colleagues_draft_unawares() {
            var article = given.article().titled("Live").published();
            colleague(article, Map.of("title", "Draft"));
            edit(given.editor(), article, "", Map.of("summary", "Late.", "publication", NOW))
                    .statusCode(428)
                    .body("detail", containsString("publish revision 2, which admin-"));
            live(article).body("title", equalTo("Live")).body("summary", nullValue());
        }
    }

    @Test
    void a_correction_is_live_at_once_and_the_draft_waits_on_with_it() {
        var article = given.article().titled("Live").published();
        colleague(article, Map.of("title", "Draft", "note", "Half done"));
        edit(
                        given.editor(),
                        article,
                        "?base=live",
                        Map.of("summary", "Late.", "note", "Corrected", "publication", NOW))
                .statusCode(200)
                .body("title", equalTo("Draft"))
                .body("summary", equalTo("Late."))
                .body("note", equalTo("Half done"))
                .body("revision", equalTo(4))
                .body("hasUnpublishedChanges", equalTo(true))
                .body("savedBy.name", startsWith("admin-"))
                .body("merged.changes.revision", contains(2))
                .body("$", not(hasKey("published")));
        live(article).body("title", equalTo("Live")).body("summary", equalTo("Late."));
        timeline(article)
                .body("timeline.revision", contains(1, 3))
                .body("timeline.when", contains("past", "live"))
                .body("timeline[1].until", nullValue());
        edit(given.editor(), article, "", Map.of("publication", NOW)).statusCode(428);
    }

    @Test
    void a_plan_stays_a_plan_of_the_merged_text() {
        var article = given.article().titled("Live").published();
        colleague(
                article,
                Map.of("title", "Planned", "publication", Map.of("from", TOMORROW, "until", END)));
        colleague(article, Map.of("body", "A draft behind it."));
        edit(given.editor(), article, "?base=live", Map.of("summary", "Late.", "publication", NOW))
                .statusCode(200)
                .body("title", equalTo("Planned"))
                .body("body", equalTo("A draft behind it."))
                .body("summary", equalTo("Late."))
                .body("revision", equalTo(6));
        timeline(article)
                .body("timeline.revision", contains(1, 4, 5))
                .body("timeline.when", contains("past", "live", "planned"))
                .body("timeline[1].until", equalTo(TOMORROW))
                .body("timeline[2].from", equalTo(TOMORROW))
                .body("timeline[2].until", equalTo(END));
        given.editor()
                .get("/articles/{id}?asOf=" + "2100-02-01T00:00:00Z", article.id())
                .then()
                .body("title", equalTo("Planned"))
                .body("summary", equalTo("Late."));
    }

    @Test
    void a_correction_ends_as_what_it_corrects_would() {
        var article = given.article().published();
        colleague(article, Map.of("publication", Map.of("until", END)));
        edit(given.editor(), article, "?base=live", Map.of("title", "New", "publication", NOW))
                .statusCode(200)
                .body("$", not(hasKey("merged")));
        timeline(article)
                .body("timeline.revision", contains(1, 2))
                .body("timeline[1].until", equalTo(END));
    }

    @Test
    void without_publication_the_draft_alone_has_it() {
        var article = given.article().titled("Live").published();
        colleague(article, Map.of("title", "Draft"));
        edit(given.editor(), article, "?base=live", Map.of("summary", "Late."))
                .statusCode(200)
                .body("title", equalTo("Draft"))
                .body("summary", equalTo("Late."))
                .body("revision", equalTo(3));
        live(article).body("summary", nullValue());
    }

    @Test
    void a_correction_that_corrects_nothing_leaves_all_as_it_is() {
        var article = given.article().titled("Live").published();
        colleague(article, Map.of("title", "Draft"));
        edit(given.editor(), article, "?base=live", Map.of("title", "Live", "publication", NOW))
                .statusCode(200)
                .body("revision", equalTo(2));
        timeline(article).body("timeline.revision", contains(1));
    }

    @Test
    void each_revision_of_a_correction_is_in_the_log() {
        var article = given.article().titled("Live").published();
        colleague(article, Map.of("title", "Draft"));
        edit(given.editor(), article, "?base=live", Map.of("summary", "Late.", "publication", NOW));
        given.admin()
                .get("/changes?limit=3&filter=subject.id==" + article.id() + ";revisionAfter=ge=3")
                .then()
                .body(
                        "data.act",
                        contains("article.revised", "article.revised", "article.published"))
                .body("data.revisionBefore", contains(2, 3, 1))
                .body("data.revisionAfter", contains(3, 4, 3));
    }

    @Test
    void what_publishes_tells_what_else_goes_out() {
        var article = given.article().titled("Live").published();
        colleague(article, Map.of("title", "Draft"));
        var etag = newest(article).extract().header("ETag");
        edit(
                        given.editor().header("If-Match", etag),
                        article,
                        "",
                        Map.of("summary", "Late.", "publication", NOW))
                .statusCode(200)
                .body("published.changes.revision", contains(2))
                .body("published.changes[0].savedBy.name", startsWith("admin-"))
                .body("published.changes[0].fields", contains("title"));
        edit(given.editor(), article, "", Map.of("summary", "Very late.", "publication", NOW))
                .statusCode(200)
                .body("$", not(hasKey("published")));
    }

    @Test
    void the_publication_tells_it_too() {
        var article = given.article().titled("First").draft();
        edit(given.editor(), article, "", Map.of("title", "Second"));
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body("{}")
                .put("/articles/{id}/publication", article.id())
                .then()
                .statusCode(200)
                .body("published.changes.revision", contains(1, 2))
                .body("published.changes[1].fields", contains("title"));
    }

    @Test
    void ones_own_drafts_need_no_condition() {
        var article = given.article().titled("First").draft();
        edit(given.editor(), article, "", Map.of("title", "Second", "publication", NOW))
                .statusCode(200)
                .body("published.changes.revision", contains(1));
    }

    @Test
    void pages_are_corrected_likewise() {
        var id =
                given.editor()
                        .contentType(JSON)
                        .body(Map.of("title", "Imprint", "body", "Vienna.", "publication", NOW))
                        .post("/pages")
                        .<String>path("id");
        given.admin().contentType(JSON).body(Map.of("title", "About")).patch("/pages/{id}", id);
        given.editor()
                .contentType(JSON)
                .body(Map.of("body", "Graz.", "publication", NOW))
                .patch("/pages/{id}?base=live", id)
                .then()
                .statusCode(200)
                .body("title", equalTo("About"))
                .body("body", equalTo("Graz."));
        given.reader()
                .get("/pages/{id}", id)
                .then()
                .body("title", equalTo("Imprint"))
                .body("body", equalTo("Graz."));
    }

    private void colleague(Made article, Map<String, ?> changes) {
        edit(given.admin(), article, "", changes).statusCode(200);
    }

    private ValidatableResponse edit(
            RequestSpecification who, Made article, String query, Map<String, ?> changes) {
        return who.contentType(JSON)
                .body(changes)
                .patch("/articles/" + article.id() + query)
                .then();
    }

    private ValidatableResponse live(Made article) {
        return given.reader().get("/articles/{id}", article.id()).then().statusCode(200);
    }

    private ValidatableResponse newest(Made article) {
        return given.editor().get("/articles/{id}", article.id()).then().statusCode(200);
    }

    private ValidatableResponse timeline(Made article) {
        return given.editor().get("/articles/{id}/publication", article.id()).then();
    }
}
