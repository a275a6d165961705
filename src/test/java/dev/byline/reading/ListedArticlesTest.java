package dev.byline.reading;

import static io.restassured.http.ContentType.JSON;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Caller;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What readers find under a tag or an author, and how many, at every moment.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ListedArticlesTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Caller NOBODY = Caller.READER;

    private final Given given = new Given();

    @Inject Reads reads;

    @Test
    void a_plan_is_listed_and_counted_from_its_instant_on_and_no_longer_than_its_end() {
        var tag = given.tag();
        var standing = given.article().about(tag).published();
        var coming = given.article().about(tag).draft();
        publish(coming, Map.of("from", in(2), "until", in(6)));
        listed("tag=" + tag.id()).body("data.id", contains(standing.id()));

        Await.until(LONGEST, () -> reads(coming, 200));
        listed("tag=" + tag.id())
                .body("data.id", contains(coming.id(), standing.id()))
                .body("page.total", equalTo(2));
        listed("tag=" + tag.id() + "&sort=title").body("page.total", equalTo(2));

        Await.until(LONGEST, () -> reads(coming, 404));
        listed("tag=" + tag.id())
                .body("data.id", contains(standing.id()))
                .body("page.total", equalTo(1));
    }

    @Test
    void a_tag_is_what_the_live_revision_has_until_the_next_is_published() {
        var old = given.tag();
        var next = given.tag();
        var article = given.article().about(old).published();
        given.editor()
                .contentType(JSON)
                .body(Map.of("tags", List.of(next.id())))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
        listed("tag=" + old.id()).body("data.id", contains(article.id()));
        listed("tag=" + next.id()).body("data", empty());

        publish(article, Map.of());
        listed("tag=" + old.id()).body("data", empty()).body("page.total", equalTo(0));
        listed("tag=" + next.id())
                .body("data.id", contains(article.id()))
                .body("page.total", equalTo(1));
    }

    @Test
    void what_is_withdrawn_or_in_the_trash_is_neither_listed_nor_counted() {
        var tag = given.tag();
        given.article().about(tag).withdrawn();
        given.article().about(tag).trashed();
        given.article().about(tag).scheduled();
        given.article().about(tag).draft();
        listed("tag=" + tag.id()).body("data", empty()).body("page.total", equalTo(0));
        listed("tag=" + tag.id() + "&sort=title").body("data", empty());
    }

    @Test
    void a_cursor_leads_on_whether_the_list_is_of_a_tag_or_of_all() {
        var tag = given.tag();
        var first = given.article().about(tag).published();
        var second = given.article().about(tag).published();
        var next =
                given.reader()
                        .get("/articles?limit=1")
                        .then()
                        .body("data.id", contains(second.id()))
                        .extract()
                        .<String>path("page.next");
        listed("tag=" + tag.id() + "&after=" + next).body("data.id", contains(first.id()));
    }

    /// Which of both is taken is a matter of how many bear the tag.
    @Test
    void the_rows_are_the_same_in_whichever_way_they_are_found() {
        var tag = given.tag();
        var author = given.author();
        for (var count = 0; count < 3; count++) {
            given.article().about(tag).by(author).published();
            given.article().about(given.tag()).by(author).published();
            given.article().about(tag).by(given.author()).published();
        }
        var filter =
                new ArticleFilter(
                        author.id(), null, "en", null, null, null, "tags.id==" + tag.id());
        var listed =
                ids(
                        filter.listed(NOBODY, filter.asked(Viewpoint.READER, NOBODY))
                                .select(Sql.of("l.article_id as id"))
                                .statement());
        assertEquals(3, listed.size());
        for (var viewpoint : List.of(Viewpoint.READER, Viewpoint.EDITOR)) {
            for (var frequent : List.of(true, false)) {
                var list = viewpoint.select(Sql.of("a.id"));
                filter.narrow(list, viewpoint, NOBODY, filter.asked(viewpoint, NOBODY), frequent);
                assertEquals(listed, ids(list.statement()));
            }
        }
    }

    @Test
    void a_filter_may_name_many_tags() {
        var tags = IntStream.range(0, 6).mapToObj(_ -> given.tag()).toArray(Made[]::new);
        var article = given.article().about(tags).published();
        given.article().about(tags[0], tags[1]).published();
        for (var count : List.of(3, 6)) {
            var filter =
                    Stream.of(tags)
                            .limit(count)
                            .map(tag -> "tags.id==" + tag.id())
                            .collect(joining(";"));
            for (var sort : List.of("title", "-publishedAt")) {
                listed("sort=" + sort + "&filter=" + filter)
                        .body("data.id", contains(article.id()))
                        .body("page.total", equalTo(1));
            }
        }
    }

    private Set<UUID> ids(Sql sql) {
        return Set.copyOf(reads.all(sql, row -> Reads.id(row, "id")));
    }

    private ValidatableResponse listed(String query) {
        return given.reader().get("/articles?count=exact&" + query).then().statusCode(200);
    }

    private void publish(Made article, Map<String, ?> publication) {
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(publication)
                .put("/articles/{id}/publication", article.id())
                .then()
                .statusCode(200);
    }

    private boolean reads(Made article, int status) {
        return given.reader().get("/articles/" + article.id()).statusCode() == status;
    }

    private static String in(int seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }
}
