package dev.byline.release;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReleaseResourceTest {
    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    private static final Instant NEXT_WEEK = TOMORROW.plus(6, ChronoUnit.DAYS);

    private final Given given = new Given();

    @Inject AgroalDataSource database;

    @Test
    void refuses_readers_and_moderators() {
        given.reader().get("/releases").then().statusCode(401);
        given.moderator().get("/releases").then().statusCode(403);
    }

    @Test
    void refuses_items_that_name_nothing_and_tells_each() {
        var article = given.article().draft();
        post(
                        Map.of("article", "nowhere"),
                        Map.of("article", article.id(), "revision", 2),
                        Map.of("article", article.slug()),
                        Map.of(
                                "article",
                                given.article().draft().id(),
                                "revision",
                                1,
                                "withdraw",
                                true))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/items/0/article",
                                "/items/1/revision",
                                "/items/2/article",
                                "/items/3/revision"))
                .body(
                        "errors.code",
                        contains("unknown-article", "unknown-revision", "twice", "wrong-value"));
    }

    @Test
    void refuses_an_instant_that_is_past_and_a_release_of_nothing() {
        var release = release(item(given.article().draft()));
        publish(release, Instant.now().minusSeconds(5))
                .statusCode(422)
                .body("errors.code", contains("not-in-future"));
        publish(release(), null).statusCode(409).body("code", equalTo("release-refused"));
    }

    @Test
    void refuses_all_where_one_item_does_not_allow_it() {
        var article = given.article().draft();
        var trashed = given.article().trashed();
        var ending = given.article().published();
        patch(ending, Map.of("publication", Map.of("until", TOMORROW.toString())));
        publish(release(item(article), item(trashed), item(ending)), TOMORROW)
                .statusCode(409)
                .body("code", equalTo("release-refused"))
                .body("errors.pointer", contains("/items/1", "/items/2"))
                .body("errors.code", contains("in-trash", "timeline-conflict"));
        timeline(article, List.of());
    }

    @Test
    void waits_for_its_articles_before_it_is_locked_itself_as_corrections_do() throws Exception {
        var article = given.article().draft();
        var release = release(item(article));
        assertEquals(
                200,
                Locks.answerAfter(
                        database,
                        "article",
                        article.id(),
                        """
                        select from release where id in (
                            select release_id from release_item where article_id = ?) for update nowait
                        """,
                        () -> publish(release, TOMORROW).extract().statusCode()));
    }

    @Test
    void plans_all_of_it_at_one_instant() {
        var changed = given.article().titled("One").published();
        patch(changed, Map.of("title", "Two"));
        patch(changed, Map.of("title", "Three"));
        var added = given.article().draft();
        var gone = given.article().published();
        var release =
                release(Map.of("article", changed.id(), "revision", 2), item(added), out(gone));
        read(release).body("status", equalTo("open")).body("items.state", all("pending", 3));
        publish(release, TOMORROW)
                .statusCode(200)
                .body("status", equalTo("planned"))
                .body("items.state", all("planned", 3));
        for (var made : List.of(changed, added, gone)) {
            given.editor()
                    .get("/articles/{id}/publication", made.id())
                    .then()
                    .body(
                            "timeline[-1].%s".formatted(made == gone ? "until" : "from"),
                            equalTo(TOMORROW.toString()));
        }
        asOf(TOMORROW, changed).statusCode(200).body("title", equalTo("Two"));
        asOf(TOMORROW, added).statusCode(200);
        asOf(TOMORROW, gone).statusCode(404);
        asOf(TOMORROW.minusMillis(1), added).statusCode(404);
        given.editor()
                .get("/articles/{id}", changed.id())
                .then()
                .body("title", equalTo("Three"))
                .body("hasUnpublishedChanges", equalTo(true));
    }

    @Test
    void is_planned_anew_with_other_items_and_at_another_instant() {
        var kept = given.article().draft();
        var left = given.article().draft();
        var added = given.article().draft();
        var release = release(item(kept), item(left));
        publish(release, TOMORROW).statusCode(200);
        patchRelease(release, Map.of("items", List.of(item(kept), item(added))))
                .statusCode(200)
                .body("items.article", contains(kept.id(), added.id()))
                .body("items.state", all("planned", 2));
        timeline(left, List.of());
        timeline(added, List.of(TOMORROW.toString()));
        publish(release, NEXT_WEEK).statusCode(200).body("at", equalTo(NEXT_WEEK.toString()));
        timeline(kept, List.of(NEXT_WEEK.toString()));
        timeline(added, List.of(NEXT_WEEK.toString()));
    }

    @Test
    void gives_back_what_was_to_be_when_it_is_unplanned() {
        var article = given.article().published();
        patch(article, Map.of("title", "Two", "publication", Map.of("from", TOMORROW.toString())));
        patch(article, Map.of("title", "Three"));
        var ending = given.article().published();
        patch(ending, Map.of("publication", Map.of("until", TOMORROW.toString())));
        var before = List.of(timeline(article), timeline(ending));
        var release = release(item(article), out(ending));
        publish(release, NEXT_WEEK).statusCode(200);
        asOf(NEXT_WEEK, article).body("title", equalTo("Three"));
        asOf(TOMORROW, article).body("title", equalTo(article(article, "live", "title")));
        unpublish(release, "").statusCode(200).body("status", equalTo("open"));
        assertEquals(before, List.of(timeline(article), timeline(ending)));
        unpublish(release, "").statusCode(200);
    }

    @Test
    void says_of_each_item_where_somebody_planned_otherwise_and_leaves_that_alone() {
        var article = given.article().draft();
        var other = given.article().draft();
        var release = release(item(article), item(other));
        publish(release, TOMORROW).statusCode(200);
        patch(article, Map.of("title", "Two", "publication", Map.of("from", NEXT_WEEK.toString())));
        read(release).body("items.state", contains("replaced", "planned"));
        unpublish(release, "").statusCode(200);
        timeline(article, List.of(NEXT_WEEK.toString()));
        timeline(other, List.of());
    }

    @Test
    void goes_out_at_once_and_is_taken_back_as_a_whole() {
        var changed = given.article().titled("One").published();
        patch(changed, Map.of("title", "Two"));
        var added = given.article().draft();
        var author = given.author();
        var tag = given.tag();
        var gone = given.article().titled("Gone").by(author).about(tag).published();
        var same = given.article().published();
        var release = release(item(changed), item(added), out(gone), item(same));
        publish(release, null)
                .statusCode(200)
                .body("status", equalTo("out"))
                .body("items.state", contains("live", "live", "withdrawn", "live"));
        reader(changed).body("title", equalTo("Two"));
        reader(gone).statusCode(404);
        patchRelease(release, Map.of("note", "Done")).statusCode(200);
        patchRelease(release, Map.of("items", List.of()))
                .statusCode(409)
                .body("code", equalTo("release-out"));
        publish(release, TOMORROW).statusCode(409).body("code", equalTo("release-out"));
        unpublish(release, "").statusCode(200).body("items.state", all("pending", 4));
        reader(changed).body("title", equalTo("One"));
        reader(added).statusCode(404);
        reader(gone).statusCode(200).body("title", equalTo("Gone"));
        reader(same).statusCode(200);
        given.reader()
                .get("/articles?q=gone&include=authors,tags")
                .then()
                .body("data.id", contains(gone.id()))
                .body("data[0].authors.id", contains(author.id()))
                .body("data[0].tags.id", contains(tag.id()));
        given.editor()
                .get("/articles/{id}/revisions", changed.id())
                .then()
                .body("data.title", contains("One", "Two", "One"));
    }

    @Test
    void leaves_the_draft_of_a_colleague_the_newest_when_it_is_taken_back() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var release = release(item(article));
        publish(release, null).statusCode(200);
        patch(article, Map.of("title", "A draft"));
        unpublish(release, "").statusCode(200);
        reader(article).body("title", equalTo("One"));
        given.editor().get("/articles/{id}", article.id()).then().body("title", equalTo("A draft"));
        given.editor()
                .get("/changes?filter=subject.id==" + article.id())
                .then()
                .body(
                        "data.findAll { it.act == 'article.revised' }.revisionAfter",
                        contains(2, 3, 5));
    }

    @Test
    void stays_as_it_is_where_a_correction_conflicts_with_what_it_sends_out() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Embargoed"));
        var release = release(item(article));
        publish(release, TOMORROW).statusCode(200);
        var before = read(release).extract().asString();
        correct(article, Map.of("title", "Corrected"))
                .statusCode(409)
                .body("code", equalTo("edit-conflict"));
        assertEquals(before, read(release).extract().asString());
        reader(article).body("title", equalTo("One"));
        asOf(TOMORROW, article).body("title", equalTo("Embargoed"));
    }

    @Test
    void refuses_a_correction_without_which_its_being_unplanned_would_bring_a_text_back() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two", "publication", Map.of("from", TOMORROW.toString())));
        patch(article, Map.of("title", "Three"));
        var release = release(item(article));
        publish(release, NEXT_WEEK).statusCode(200);
        correct(article, Map.of("summary", "Corrected"))
                .statusCode(409)
                .body("code", equalTo("timeline-conflict"));
        unpublish(release, "").statusCode(200);
        correct(article, Map.of("summary", "Corrected")).statusCode(200);
        asOf(TOMORROW, article).body("title", equalTo("Two")).body("summary", equalTo("Corrected"));
    }

    @Test
    void sends_out_what_was_merged_with_a_correction_and_leaves_that_when_it_is_unplanned() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var release = release(item(article));
        publish(release, TOMORROW).statusCode(200);
        var etag = read(release).extract().header("ETag");
        correct(article, Map.of("summary", "Corrected")).statusCode(200);
        reader(article).body("title", equalTo("One")).body("summary", equalTo("Corrected"));
        read(release)
                .body("items.revision", contains(4))
                .body("items.state", contains("planned"))
                .header("ETag", not(etag));
        asOf(TOMORROW.minusMillis(1), article).body("title", equalTo("One"));
        asOf(TOMORROW, article).body("title", equalTo("Two")).body("summary", equalTo("Corrected"));
        given.editor()
                .get("/changes?filter=subject.id==" + release)
                .then()
                .body("data.act", contains("release.created", "release.planned", "release.changed"))
                .body("data.version", contains(nullValue(), nullValue(), nullValue()));
        publish(release, NEXT_WEEK).statusCode(200).body("items.revision", contains(4));
        asOf(NEXT_WEEK, article).body("summary", equalTo("Corrected"));
        unpublish(release, "").statusCode(200).body("items.revision", contains(4));
        asOf(NEXT_WEEK, article)
                .body("title", equalTo("One"))
                .body("summary", equalTo("Corrected"));
    }

    @Test
    void withdraws_what_was_corrected_and_gives_it_back() {
        var article = given.article().titled("One").published();
        var same = given.article().published();
        var release = release(out(article), item(same));
        publish(release, TOMORROW).statusCode(200);
        correct(article, Map.of("summary", "Corrected")).statusCode(200);
        correct(same, Map.of("summary", "Corrected")).statusCode(200);
        read(release).body("items.state", all("planned", 2));
        asOf(TOMORROW, article).statusCode(404);
        asOf(TOMORROW, same).body("summary", equalTo("Corrected"));
        unpublish(release, "").statusCode(200);
        asOf(TOMORROW, article).body("summary", equalTo("Corrected"));
    }

    @Test
    void follows_a_correction_while_nothing_is_planned_as_well() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var release = release(item(article));
        correct(article, Map.of("summary", "Corrected")).statusCode(200);
        read(release).body("items.revision", contains(4)).body("items.state", all("pending", 1));
    }

    @Test
    void gives_back_the_corrected_text_when_it_is_taken_back_after_its_instant() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var release = release(item(article));
        publish(release, Instant.now().plusSeconds(2)).statusCode(200);
        correct(article, Map.of("summary", "Corrected")).statusCode(200);
        Await.until(
                Duration.ofSeconds(10), () -> read(release).extract().path("status").equals("out"));
        reader(article).body("title", equalTo("Two")).body("summary", equalTo("Corrected"));

        correct(article, Map.of("subtitle", "Once more")).statusCode(200);
        read(release).body("items.revision", contains(4)).body("items.state", contains("replaced"));
        unpublish(release, "").statusCode(409);
        unpublish(release, "?force=true").statusCode(200);
        reader(article)
                .body("title", equalTo("One"))
                .body("summary", equalTo("Corrected"))
                .body("subtitle", nullValue());
    }

    private ValidatableResponse correct(Made article, Map<String, ?> changes) {
        var body = new HashMap<String, Object>(changes);
        body.put("publication", Map.of());
        return given.editor()
                .contentType(JSON)
                .body(body)
                .patch("/articles/{id}?base=live", article.id())
                .then();
    }

    @Test
    void is_not_taken_back_over_what_was_published_since_unless_it_is_forced() {
        var article = given.article().titled("One").published();
        patch(article, Map.of("title", "Two"));
        var other = given.article().draft();
        var trashed = given.article().draft();
        var release = release(item(other), item(article), item(trashed));
        publish(release, null).statusCode(200);
        patch(article, Map.of("title", "Three", "publication", Map.of()));
        delete("/articles/" + trashed.id());
        read(release).body("items.state", contains("live", "replaced", "trashed"));
        unpublish(release, "")
                .statusCode(409)
                .body("errors.pointer", contains("/items/1", "/items/2"))
                .body("errors.code", contains("published-since", "in-trash"));
        reader(other).statusCode(200);
        unpublish(release, "?force=yes").statusCode(400);
        unpublish(release, "?force=true").statusCode(200);
        reader(article).body("title", equalTo("One"));
        reader(other).statusCode(404);
    }

    @Test
    void is_deleted_only_where_it_is_not_planned() {
        var release = release(item(given.article().draft()));
        publish(release, TOMORROW).statusCode(200);
        given.editor()
                .header("If-Match", "*")
                .delete("/releases/{id}", release)
                .then()
                .statusCode(409)
                .body("code", equalTo("release-planned"));
        unpublish(release, "").statusCode(200);
        delete("/releases/" + release);
        given.editor().get("/releases/{id}", release).then().statusCode(404);
    }

    @Test
    void is_listed_without_its_items() {
        var article = given.article().draft();
        var planned = release(item(article));
        publish(planned, TOMORROW).statusCode(200);
        release();
        given.editor()
                .queryParam("filter", "status==planned;items.article==" + article.id())
                .queryParam("sort", "at")
                .get("/releases")
                .then()
                .statusCode(200)
                .body("data.id", contains(planned))
                .body("data.itemCount", contains(1))
                .body("data.items", contains(nullValue()));
    }

    /// From the warm cache too: the list and each article are of the same instant.
    @Test
    void shows_readers_all_of_it_or_none_when_its_instant_comes() {
        var one = given.article().titled("One").published();
        var other = given.article().draft();
        patch(one, Map.of("title", "Two"));
        var release = release(item(one), item(other));
        warm(one, other);
        var at = Instant.now().plusMillis(1_500);
        publish(release, at).statusCode(200);
        warm(one, other);
        Await.until(
                Duration.ofSeconds(10),
                () -> {
                    var before = Instant.now();
                    var seen = seen(one, other);
                    var after = Instant.now();
                    if (after.isBefore(at.minusMillis(50))) {
                        assertEquals(List.of("One", 404, 1), seen);
                    } else if (before.isAfter(at.plusMillis(50))) {
                        assertEquals(List.of("Two", 200, 2), seen);
                    }
                    return before.isAfter(at.plusMillis(50));
                });
    }

    private void warm(Made one, Made other) {
        IntStream.range(0, 2).forEach(_ -> assertEquals(List.of("One", 404, 1), seen(one, other)));
    }

    /// What readers get of a change, of an addition, and how many the list has.
    private List<Object> seen(Made one, Made other) {
        return List.of(
                reader(one).extract().path("title"),
                reader(other).extract().statusCode(),
                given.reader().get("/articles").then().extract().<List<?>>path("data").size());
    }

    @Test
    void takes_five_hundred_articles_and_no_more() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into article (id, version, slug, newest_revision, comments_open, created_at, changed_at)
                    select gen_random_uuid(), 0, 'many-' || n, 1, true, now(), now() from generate_series(1, 500) n
                    """);
            statement.execute(
                    """
                    insert into revision (id, article_id, number, title, body, body_format, language, saved_at,
                        rendering_version, body_html, body_text, word_count, sort_key)
                    select gen_random_uuid(), id, 1, slug, 'Text', 'MARKDOWN', 'en', now(), 1, '', 'Text', 1, 'x'
                    from article where slug like 'many-%'
                    """);
        }
        var items =
                IntStream.rangeClosed(1, 500)
                        .mapToObj(n -> Map.of("article", "many-" + n))
                        .toArray();
        var more = Arrays.copyOf(items, 501);
        more[500] = item(given.article().draft());
        post(more).statusCode(422).body("errors.code", contains("too-many-items"));
        var release = release(items);
        var begin = System.nanoTime();
        publish(release, null).statusCode(200).body("items.state", all("live", 500));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took::toString);
        given.reader().get("/articles?count=exact").then().body("page.total", equalTo(500));
        unpublish(release, "").statusCode(200);
        given.reader().get("/articles").then().body("data", hasSize(0));
    }

    private ValidatableResponse post(Object... items) {
        return given.editor()
                .contentType(JSON)
                .body(Map.of("name", "Election night", "items", List.of(items)))
                .post("/releases")
                .then();
    }

    private String release(Object... items) {
        return post(items).statusCode(201).extract().path("id");
    }

    private static Map<String, ?> item(Made article) {
        return Map.of("article", article.id());
    }

    private static Map<String, ?> out(Made article) {
        return Map.of("article", article.id(), "withdraw", true);
    }

    private static Matcher<Iterable<? extends String>> all(String state, int count) {
        return contains(Collections.nCopies(count, state).toArray(String[]::new));
    }

    private ValidatableResponse publish(String release, Instant at) {
        return given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(at == null ? Map.of() : Map.of("at", at.toString()))
                .put("/releases/{id}/publication", release)
                .then();
    }

    private ValidatableResponse unpublish(String release, String query) {
        return given.editor()
                .header("If-Match", "*")
                .delete("/releases/" + release + "/publication" + query)
                .then();
    }

    private ValidatableResponse read(String release) {
        return given.editor().get("/releases/{id}", release).then().statusCode(200);
    }

    private ValidatableResponse patchRelease(String release, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .body(changes)
                .patch("/releases/{id}", release)
                .then();
    }

    private void patch(Made article, Map<String, ?> changes) {
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(changes)
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    private void delete(String path) {
        given.editor().header("If-Match", "*").delete(path).then().statusCode(204);
    }

    private ValidatableResponse reader(Made article) {
        return given.reader().get("/articles/{id}", article.id()).then();
    }

    private ValidatableResponse asOf(Instant instant, Made article) {
        return given.editor()
                .queryParam("asOf", instant.toString())
                .get("/articles/{id}", article.id())
                .then();
    }

    private String article(Made article, String view, String property) {
        return given.editor()
                .queryParam("view", view)
                .get("/articles/{id}", article.id())
                .then()
                .extract()
                .path(property);
    }

    private List<Map<String, ?>> timeline(Made article) {
        return given.editor()
                .get("/articles/{id}/publication", article.id())
                .then()
                .extract()
                .path("timeline");
    }

    private void timeline(Made article, List<String> beginnings) {
        assertEquals(
                beginnings, timeline(article).stream().map(range -> range.get("from")).toList());
    }
}
