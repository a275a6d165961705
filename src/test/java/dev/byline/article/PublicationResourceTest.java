package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The acts of DESIGN's part 1, by HTTP.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PublicationResourceTest {

    private static final String YESTERDAY = day(-1);
    private static final String TOMORROW = day(1);
    private static final String DAY_AFTER = day(2);

    private final Given given = new Given();

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "DELETE"})
        void whoever_is_no_editor_even_where_there_is_nothing(String method) {
            for (var article : new String[] {given.article().published().id(), "nothing"}) {
                var path = "/articles/" + article + "/publication";
                given.reader().request(method, path).then().statusCode(401);
                given.moderator().request(method, path).then().statusCode(403);
            }
        }

        @Test
        void an_unknown_article() {
            publish("nothing", "*", Map.of()).statusCode(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0000-12-31T23:59:59Z",
                    "0001-01-01T00:00:00+01:00",
                    "9999-12-31T23:59:59-01:00",
                    "10000-01-01T00:00:00Z",
                    "-0044-03-15T00:00:00Z"
                })
        void an_instant_beyond_the_years_1_to_9999(String until) {
            var article = given.article().published();
            publish(article, Map.of("until", until))
                    .statusCode(422)
                    .body("errors.code", contains("beyond-years"))
                    .body("errors.pointer", contains("/until"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "PATCH"})
        void an_end_before_the_beginning_at_its_place_in_the_article(String method) {
            var path =
                    "/articles" + (method.equals("POST") ? "" : "/" + given.article().draft().id());
            var plan = Map.of("from", "2030-01-02T00:00:00Z", "until", "2030-01-01T00:00:00Z");
            given.editor()
                    .contentType(JSON)
                    .header("If-Match", "*")
                    .body(Map.of("title", "T", "body", "B", "publication", plan))
                    .request(method, path)
                    .then()
                    .statusCode(422)
                    .body("errors.code", contains("not-after-from"))
                    .body("errors.pointer", contains("/publication/until"))
                    .body("detail", startsWith("publication/until must be after"));
        }

        @Test
        void to_act_without_a_condition() {
            var path = "/articles/" + given.article().published().id() + "/publication";
            given.editor().contentType(JSON).body("{}").put(path).then().statusCode(428);
            given.editor().delete(path).then().statusCode(428);
        }

        @Test
        void a_stale_condition_and_leaves_the_timeline_alone() {
            var article = given.article().draft();
            revise(article, "Two");
            publish(article.id(), article.etag(), Map.of())
                    .statusCode(412)
                    .body("code", equalTo("precondition-failed"));
            given.editor()
                    .get("/articles/{id}/publication", article.id())
                    .then()
                    .body("timeline", empty());
        }

        @Test
        void an_end_before_the_beginning() {
            publish(given.article().draft(), Map.of("from", DAY_AFTER, "until", TOMORROW))
                    .statusCode(422)
                    .body("errors.pointer", contains("/until"));
        }

        @Test
        void to_take_from_readers_what_they_were_shown() {
            var article = given.article().publishedAt(Instant.parse(YESTERDAY));
            revise(article, "Two");
            publish(article, Map.of("from", day(-2)))
                    .statusCode(409)
                    .body("code", equalTo("timeline-conflict"));
            withdraw(article, "?at=" + day(-2))
                    .statusCode(409)
                    .body("code", equalTo("timeline-conflict"));
        }

        @Test
        void an_instant_that_is_none() {
            withdraw(given.article().published(), "?at=2026-11-24")
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    void publish_now_ends_what_is_live_when_it_begins() {
        var article = given.article().titled("One").published();
        revise(article, "Two");
        var timeline =
                publish(article, Map.of())
                        .statusCode(200)
                        .body("timeline.revision", contains(1, 2))
                        .body("timeline.when", contains("past", "live"))
                        .body("timeline[1].until", nullValue())
                        .extract()
                        .jsonPath();
        assertMeet(timeline);
        readers(article).body("title", equalTo("Two")).body("revision", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1066-10-14T09:00:00Z",
                "1582-10-04T23:59:59.999999Z",
                "1582-10-10T12:00:00Z",
                "1890-06-01T00:00:00Z"
            })
    void an_instant_long_past_comes_back_as_it_was_sent(String from) {
        var article = given.article().draft();
        var until = "9999-12-31T23:59:59.999999Z";
        publish(article, Map.of("from", from, "until", until))
                .statusCode(200)
                .body("timeline.from", contains(from))
                .body("timeline.until", contains(until));
        timeline(article)
                .body("timeline.from", contains(from))
                .body("timeline.until", contains(until));
        readers(article).body("publishedAt", equalTo(from));
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("publishedAt", equalTo(from));
        revise(article, "Another title");
        readers(article).body("publishedAt", equalTo(from));
        given.reader()
                .get("/articles?filter=publishedAt==" + from)
                .then()
                .body("data.publishedAt", contains(from));
    }

    @Test
    void publish_later_leaves_readers_what_is_live_until_then() {
        var article = given.article().titled("One").published();
        revise(article, "Two");
        publish(article, Map.of("from", TOMORROW, "until", DAY_AFTER))
                .body("timeline.when", contains("live", "planned"))
                .body("timeline.until", contains(TOMORROW, DAY_AFTER));
        readers(article).body("title", equalTo("One"));
    }

    @Test
    void a_draft_that_is_planned_is_nobodys_before() {
        var article = given.article().scheduled();
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("status", equalTo("scheduled"));
        reader(article).statusCode(404);
    }

    @Test
    void withdraw_now_ends_the_live_range_and_keeps_the_first_instant() {
        var article = given.article().publishedAt(Instant.parse(YESTERDAY));
        withdraw(article, "").statusCode(204);
        reader(article).statusCode(404);
        timeline(article)
                .body("publishedAt", equalTo(YESTERDAY))
                .body("timeline.when", contains("past"));
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("status", equalTo("withdrawn"));
    }

    @Test
    void withdraw_later_ends_the_live_range_later_and_what_would_begin_after() {
        var article = given.article().published();
        revise(article, "Two");
        publish(article, Map.of("from", DAY_AFTER));
        withdraw(article, "?at=" + TOMORROW).statusCode(204);
        timeline(article)
                .body("timeline.revision", contains(1))
                .body("timeline.until", contains(TOMORROW));
        readers(article).body("revision", equalTo(1));
    }

    @Test
    void withdrawing_what_is_only_planned_makes_it_a_draft_again() {
        var article = given.article().scheduled();
        withdraw(article, "").statusCode(204);
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("status", equalTo("draft"))
                .body("publishedAt", nullValue());
    }

    @Test
    void an_edit_after_publishing_stays_with_the_editors() {
        var article = given.article().titled("One").published();
        var before = reader(article).extract().asString();
        revise(article, "Two");
        reader(article).body(equalTo(before));
        given.editor()
                .get("/articles/{id}", article.id())
                .then()
                .body("title", equalTo("Two"))
                .body("status", equalTo("published"))
                .body("hasUnpublishedChanges", equalTo(true));
        given.editor()
                .get("/articles/{id}?view=live", article.id())
                .then()
                .body("title", equalTo("One"));
    }

    @Test
    void publish_while_a_plan_has_not_begun_takes_its_place() {
        var article = given.article().titled("One").published();
        revise(article, "Two");
        publish(article, Map.of("from", TOMORROW));
        revise(article, "Three");
        publish(article, Map.of()).body("timeline.revision", contains(1, 3));
        given.editor()
                .get("/articles/{id}?asOf=" + DAY_AFTER, article.id())
                .then()
                .body("title", equalTo("Three"));
    }

    @Test
    void a_plan_can_be_moved() {
        var article = given.article().published();
        revise(article, "Two");
        publish(article, Map.of("from", TOMORROW));
        publish(article, Map.of("from", DAY_AFTER))
                .body("timeline.from[1]", equalTo(DAY_AFTER))
                .body("timeline.until[0]", equalTo(DAY_AFTER));
    }

    @Test
    void publish_what_is_live_changes_its_end_alone() {
        var article = given.article().publishedAt(Instant.parse(YESTERDAY));
        publish(article, Map.of("from", YESTERDAY, "until", DAY_AFTER))
                .body("timeline.from", contains(YESTERDAY))
                .body("timeline.until", contains(DAY_AFTER));
    }

    @Test
    void publish_what_is_live_with_nothing_to_change_changes_nothing() {
        var article = given.article().published();
        var before = timeline(article).extract();
        publish(article, Map.of())
                .header("ETag", before.header("ETag"))
                .body(equalTo(before.asString()));
    }

    @Test
    void publish_after_a_withdrawal_says_the_same_in_a_new_revision() {
        var article = given.article().titled("One").publishedAt(Instant.parse(YESTERDAY));
        withdraw(article, "");
        publish(article, Map.of())
                .body("publishedAt", equalTo(YESTERDAY))
                .body("timeline.revision", contains(1, 2))
                .body("timeline.when", contains("past", "live"));
        readers(article)
                .body("title", equalTo("One"))
                .body("publishedAt", equalTo(YESTERDAY))
                .body("updatedAt", not(equalTo(YESTERDAY)));
    }

    @Test
    void a_second_publication_keeps_the_first_instant() {
        var article = given.article().publishedAt(Instant.parse(YESTERDAY));
        revise(article, "Two");
        publish(article, Map.of());
        readers(article).body("publishedAt", equalTo(YESTERDAY));
    }

    private static void assertMeet(JsonPath timeline) {
        assertEquals(
                timeline.getString("timeline[0].until"), timeline.getString("timeline[1].from"));
    }

    private void revise(Made article, String title) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", title))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse publish(Made article, Map<String, ?> plan) {
        return publish(article.id(), "*", plan);
    }

    private ValidatableResponse publish(String article, String ifMatch, Map<String, ?> plan) {
        return given.editor()
                .header("If-Match", ifMatch)
                .contentType(JSON)
                .body(plan)
                .put("/articles/{article}/publication", article)
                .then();
    }

    private ValidatableResponse withdraw(Made article, String query) {
        return given.editor()
                .header("If-Match", "*")
                .delete("/articles/" + article.id() + "/publication" + query)
                .then();
    }

    private ValidatableResponse timeline(Made article) {
        return given.editor().get("/articles/{id}/publication", article.id()).then();
    }

    private ValidatableResponse readers(Made article) {
        return reader(article).statusCode(200);
    }

    private ValidatableResponse reader(Made article) {
        return given.reader().get("/articles/{id}", article.id()).then();
    }

    private static String day(int days) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days, ChronoUnit.DAYS).toString();
    }
}
