package dev.byline.review;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReviewResourceTest {
    private static final String TOMORROW = Instant.now().plus(1, ChronoUnit.DAYS).toString();

    private final Given given = new Given();
    private final Given colleague = new Given();
    private final Given third = new Given();

    @Inject Approvals approvals;

    @AfterEach
    void as_it_was() {
        approvals.needed = 0;
    }

    @Test
    void refuses_readers_and_what_is_no_revision() {
        var article = given.article().published();
        given.reader().get("/articles/{id}/review", article.id()).then().statusCode(401);
        say(given.moderator(), article, "approved").statusCode(403);
        say(given.editor(), article, Map.of("state", "approved", "revision", 2))
                .statusCode(422)
                .body("errors.code", contains("unknown-revision"));
        given.editor().get("/articles/{id}/review?revision=2", article.id()).then().statusCode(404);
    }

    @Test
    void lets_contributors_ask_for_a_review_of_their_own_and_decide_on_nothing() {
        var own =
                given.as(Role.CONTRIBUTOR)
                        .contentType(JSON)
                        .body(Map.of("title", "Mine", "body", "Text"))
                        .post("/articles")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        var mine = new Made(own, null, null);
        say(given.as(Role.CONTRIBUTOR), mine, "approved").statusCode(403);
        say(given.as(Role.CONTRIBUTOR), given.article().draft(), "requested").statusCode(403);
        say(given.as(Role.CONTRIBUTOR), mine, "requested")
                .statusCode(200)
                .body("state", equalTo("requested"));
    }

    @Test
    void begins_anew_with_each_save() {
        var article = given.article().draft();
        read(article).body("state", nullValue()).body("history", empty());
        say(given.editor(), article, Map.of("state", "requested", "note", "Look at the numbers"))
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("history.note", contains("Look at the numbers"));
        say(colleague(), article, "changes-requested").body("state", equalTo("changes-requested"));
        say(colleague(), article, "changes-requested").body("history.size()", equalTo(2));
        say(colleague(), article, "approved")
                .body("state", equalTo("approved"))
                .body("approvals", equalTo(1));
        patch(article, Map.of("title", "Another"));
        read(article).body("revision", equalTo(2)).body("state", nullValue());
        given.editor()
                .get("/articles/{id}/review?revision=1", article.id())
                .then()
                .body("state", equalTo("approved"))
                .body("history.state", contains("approved", "changes-requested", "requested"));
    }

    @Test
    void lists_what_waits() {
        var waiting = given.article().draft();
        var done = given.article().draft();
        var trashed = given.article().draft();
        given.article().draft();
        for (var article : List.of(waiting, done, trashed)) {
            say(given.editor(), article, "requested").statusCode(200);
        }
        say(colleague(), done, "approved").statusCode(200);
        given.editor().header("If-Match", "*").delete("/articles/{id}", trashed.id());
        given.editor()
                .get("/reviews?state=requested")
                .then()
                .statusCode(200)
                .body("data.article", contains(waiting.id()));
        given.editor()
                .get("/reviews?filter=approvals=gt=0")
                .then()
                .body("data.article", contains(done.id()));
        given.editor()
                .get("/reviews")
                .then()
                .body("data.article", contains(waiting.id(), done.id()));
        given.editor().get("/reviews?state=maybe").then().statusCode(400);
        given.reader().get("/reviews").then().statusCode(401);
    }

    @Test
    void lets_nothing_be_published_without_approval_where_that_is_demanded() {
        approvals.needed = 1;
        var draft = given.article().draft();
        var input = Map.of("title", "At once", "body", "Text", "publication", Map.of());
        refused(given.editor().contentType(JSON).body(input).post("/articles").then());
        refused(publish(draft, Map.of()));
        refused(publish(draft, Map.of("from", TOMORROW)));
        refused(change(draft, Map.of("publication", Map.of())));
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(input)
                .put("/articles/{id}", draft.id())
                .then()
                .statusCode(409);
        release(draft)
                .statusCode(409)
                .body("code", equalTo("release-refused"))
                .body("errors.code", contains("approval-required"))
                .body("errors.pointer", contains("/items/0"));
    }

    @Test
    void lets_no_correction_past_it_either() {
        var article = given.article().titled("One").published();
        approvals.needed = 1;
        refused(
                given.editor()
                        .contentType(JSON)
                        .header("If-Match", "*")
                        .body(Map.of("title", "Two", "publication", Map.of()))
                        .patch("/articles/{id}?base=live", article.id())
                        .then());
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("One"));
    }

    @Test
    void lets_no_correction_of_what_readers_get_out_without_approval() {
        var article = given.article().published();
        patch(article, Map.of("summary", "A draft"));
        approvals.needed = 1;
        refused(
                given.editor()
                        .contentType(JSON)
                        .body(Map.of("title", "Corrected", "publication", Map.of()))
                        .patch("/articles/{id}?base=live", article.id())
                        .then());
    }

    @Test
    void counts_no_approval_by_those_who_saved_it_or_an_earlier_text_that_readers_have_not_had() {
        approvals.needed = 1;
        var article = given.article().draft();
        say(given.editor(), article, "approved").body("approvals", equalTo(0));
        refused(publish(article, Map.of()));
        colleague()
                .contentType(JSON)
                .body(Map.of("title", "Another"))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
        say(given.editor(), article, "approved").body("approvals", equalTo(0));
        say(colleague(), article, "approved").body("approvals", equalTo(0));
        refused(publish(article, Map.of()));
        say(given.admin(), article, "approved").body("approvals", equalTo(1));
        publish(article, Map.of()).statusCode(200);
        colleague()
                .contentType(JSON)
                .body(Map.of("title", "A third"))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
        say(given.editor(), article, "approved").body("approvals", equalTo(1));
        publish(article, Map.of()).statusCode(200);
    }

    @Test
    void demands_as_many_approvals_as_are_set_and_that_nobody_asks_for_changes() {
        approvals.needed = 2;
        var article = given.article().draft();
        say(colleague(), article, "approved").body("state", equalTo("requested"));
        publish(article, Map.of())
                .statusCode(409)
                .body("detail", equalTo("Revision 1 has 1 of 2 approvals."));
        say(third.editor(), article, "approved").body("state", equalTo("approved"));
        say(given.admin(), article, "changes-requested");
        publish(article, Map.of())
                .statusCode(409)
                .body("detail", startsWith("Revision 1 has 2 of"));
        say(given.admin(), article, "requested").body("state", equalTo("changes-requested"));
        say(given.admin(), article, "approved").body("state", equalTo("approved"));
        publish(article, Map.of()).statusCode(200);
    }

    @Test
    void demands_none_of_what_readers_had_already() {
        var article = given.article().titled("One").published();
        approvals.needed = 1;
        publish(article, Map.of("until", TOMORROW)).statusCode(200);
        given.editor()
                .header("If-Match", "*")
                .delete("/articles/{id}/publication", article.id())
                .then()
                .statusCode(204);
        publish(article, Map.of()).statusCode(200);
        given.reader().get("/articles/{id}", article.id()).then().statusCode(200);
    }

    private RequestSpecification colleague() {
        return colleague.editor();
    }

    private ValidatableResponse say(RequestSpecification who, Made article, String state) {
        return say(who, article, Map.of("state", state));
    }

    private ValidatableResponse say(RequestSpecification who, Made article, Map<String, ?> input) {
        return who.contentType(JSON)
                .header("If-Match", "*")
                .body(new HashMap<>(input))
                .put("/articles/{id}/review", article.id())
                .then();
    }

    private ValidatableResponse read(Made article) {
        return given.editor().get("/articles/{id}/review", article.id()).then().statusCode(200);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("approval-required"));
    }

    private ValidatableResponse publish(Made article, Map<String, ?> plan) {
        return given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(plan)
                .put("/articles/{id}/publication", article.id())
                .then();
    }

    private ValidatableResponse release(Made article) {
        var items = List.of(Map.of("article", article.id()));
        var release = given.term("/releases", Map.of("name", "Tonight", "items", items));
        return given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of())
                .put("/releases/{id}/publication", release.id())
                .then();
    }

    private ValidatableResponse change(Made article, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(changes)
                .patch("/articles/{id}", article.id())
                .then();
    }

    private void patch(Made article, Map<String, ?> changes) {
        change(article, changes).statusCode(200);
    }
}
