package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the site is at an instant: now, as it passes; and for editors any other.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AsOfTest {

    private static final Instant TOMORROW = Instant.now().plus(1, ChronoUnit.DAYS);

    private final Given given = new Given();
    private Made article;

    /// One from 2001 on, Two from 2003 on, Three from tomorrow on.
    @BeforeEach
    void an_article_with_a_past_and_a_future() {
        article = given.article().titled("One").publishedAt(year(2001));
        publish("Two", year(2003));
        publish("Three", TOMORROW);
    }

    @Test
    void is_for_editors() {
        for (var path : new String[] {"/articles", "/articles/" + article.id()}) {
            given.reader().get(path + "?asOf=" + year(2002)).then().statusCode(401);
            given.moderator().get(path + "?asOf=" + year(2002)).then().statusCode(403);
        }
    }

    @Test
    void is_refused_where_it_is_no_instant_or_contradicts() {
        given.editor().get("/articles?asOf=yesterday").then().statusCode(400);
        given.editor()
                .get("/articles?view=newest&asOf=" + year(2002))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @Test
    void shows_what_was_and_what_will_be() {
        asOf(year(2000)).statusCode(404);
        asOf(year(2001)).body("title", equalTo("One"));
        asOf(year(2003).minusMillis(1)).body("title", equalTo("One"));
        asOf(year(2003)).body("title", equalTo("Two"));
        asOf(TOMORROW.plusSeconds(1)).body("title", equalTo("Three"));
        given.reader().get("/articles/{id}", article.id()).then().body("title", equalTo("Two"));
    }

    @Test
    void shows_lists_as_they_were() {
        var list = "/articles?fields=title&asOf=";
        given.editor().get(list + year(2000)).then().body("data", empty());
        given.editor().get(list + year(2002)).then().body("data.title", contains("One"));
    }

    @Test
    void shows_what_was_withdrawn() {
        given.editor()
                .header("If-Match", "*")
                .delete("/articles/{id}/publication", article.id())
                .then()
                .statusCode(204);
        given.reader().get("/articles/{id}", article.id()).then().statusCode(404);
        asOf(year(2004)).body("title", equalTo("Two"));
        asOf(TOMORROW.plusSeconds(1)).statusCode(404);
    }

    @Test
    void a_plan_begins_and_ends_at_its_instants_with_nobody_doing_anything() {
        var from = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1_500);
        var until = from.plusMillis(1_500);
        var plan = Map.of("from", from.toString(), "until", until.toString());
        var planned = given.article().with("publication", plan).draft();

        assertTurns(planned, 404, 200, from);
        assertTurns(planned, 200, 404, until);
    }

    /// Asks again and again: never `after` before the instant, never `before` behind it.
    private void assertTurns(Made planned, int before, int after, Instant instant) {
        for (var status = before; status != after; ) {
            var asked = Instant.now();
            assertTrue(asked.isBefore(instant.plusSeconds(30)), "it never comes");
            status = given.reader().get("/articles/{id}", planned.id()).statusCode();
            var answered = Instant.now();
            assertTrue(status == before || status == after, "status " + status);
            assertFalse(status == after && answered.isBefore(instant), "too early");
            assertFalse(status == before && !asked.isBefore(instant), "too late");
        }
    }

    private void publish(String title, Instant from) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", title, "publication", Map.of("from", from.toString())))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse asOf(Instant instant) {
        return given.editor().get("/articles/{id}?asOf={at}", article.id(), instant.toString()).then();
    }

    private static Instant year(int year) {
        return Instant.parse(year + "-01-01T00:00:00Z");
    }
}
