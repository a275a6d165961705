package dev.byline.reading;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.revision.ArticleStatus;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleListTest {

    private final Given given = new Given();

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource({
            "limit=0, invalid-parameter, from 1 to 100",
            "limit=101, invalid-parameter, from 1 to 100",
            "limit=ten, invalid-parameter, whole number",
            "limit=1&limit=2, invalid-parameter, more than once",
            "limit=, invalid-parameter, empty",
            "fields=titel, unknown-field, did you mean \"title\"",
            "include=author, unknown-field, did you mean \"authors\"",
            "sort=publishdAt, unknown-sort-key, publishedAt",
            "'sort=title,-title', invalid-parameter, twice",
            "fields=warnings, unknown-field, known are",
            "fields=next, unknown-field, known are",
            "fields=highlights, unknown-field, send q",
            "count=yes, invalid-parameter, exact or estimate",
            "status=public, invalid-parameter, draft",
            "view=draft, invalid-parameter, live or newest",
            "publishedAfter=today, invalid-parameter, 2026-11-24",
            "after=x, invalid-cursor, cursor",
            "autor=x, unknown-parameter, did you mean \"author\"",
        })
        void what_it_does_not_know_and_says_what_it_does(String query, String code, String says) {
            list(query)
                    .statusCode(400)
                    .body("code", equalTo(code))
                    .body("detail", containsString(says));
        }

        @Test
        void a_cursor_of_another_order() {
            given.article().published();
            given.article().published();
            var cursor = list("limit=1&sort=title").extract().<String>path("page.next");
            list("limit=1&sort=-title&after=" + cursor)
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
            list("sort=title&after=" + cursor + "&before=" + cursor).statusCode(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"status=draft", "view=newest", "asOf=2020-01-01T00:00:00Z"})
        void to_show_readers_what_is_for_editors(String query) {
            list(query).statusCode(401);
            given.moderator().get("/articles?" + query).then().statusCode(403);
        }
    }

    @Test
    void shows_readers_what_is_live_the_newest_first() {
        given.article().titled("Older").publishedAt(Instant.parse("2020-01-01T00:00:00Z"));
        given.article().titled("Newer").publishedAt(Instant.parse("2021-01-01T00:00:00Z"));
        given.article().draft();
        given.article().scheduled();
        given.article().withdrawn();
        given.article().trashed();
        list("count=exact")
                .body("data.title", contains("Newer", "Older"))
                .body("page.total", equalTo(2))
                .body("page.next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "estimate"})
    void counts_what_this_caller_can_see_when_it_is_asked_to(String count) {
        given.article().published();
        given.article().published();
        given.article().draft();
        list("limit=1&count=" + count)
                .body("page.total", equalTo(2))
                .body("page.totalIsExact", equalTo(true));
        list("limit=1").body("page", not(hasKey("total")));
    }

    @Test
    void shows_editors_all_but_the_trash_with_their_states() {
        given.article().draft();
        given.article().scheduled();
        given.article().published();
        given.article().withdrawn();
        given.article().trashed();
        given.editor()
                .get("/articles")
                .then()
                .body(
                        "data.status",
                        containsInAnyOrder("draft", "scheduled", "published", "withdrawn"));
        for (var status : ArticleStatus.values()) {
            given.editor()
                    .get("/articles?status=" + status.text())
                    .then()
                    .body("data.status", contains(status.text()));
        }
    }

    @Test
    void leaves_the_body_out_unless_it_is_asked_for() {
        given.article().published();
        list("limit=1").body("data", everyItem(not(hasKey("body"))));
        list("fields=title,bodyText,slug")
                .body("data[0].keySet()", containsInAnyOrder("title", "slug", "bodyText"));
    }

    @Test
    void shows_authors_and_tags_whole_where_they_are_included() {
        given.article().by(given.author("Ann")).about(given.tag("Politics")).published();
        list("limit=1").body("data[0].authors[0]", not(hasKey("biography")));
        list("include=authors,tags")
                .body("data[0].authors[0]", hasKey("biography"))
                .body("data[0].tags[0]", hasKey("description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "e", "en-", "english language", "en-a"})
    void refuses_what_is_no_language(String language) {
        for (var list : new String[] {"/articles", "/articles/archive"}) {
            given.reader()
                    .queryParam("language", language)
                    .get(list)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    void narrows_by_author_tag_language_and_day() {
        var ann = given.author("Ann");
        var politics = given.tag("Politics");
        given.article().published();
        given.article()
                .titled("Hers")
                .by(ann)
                .about(politics)
                .with("language", "pt-BR")
                .publishedAt(Instant.parse("2020-05-05T23:59:59Z"));
        for (var filter :
                new String[] {
                    "author=ann",
                    "author=" + ann.id(),
                    "tag=politics",
                    "tag=" + politics.id(),
                    "language=pt-BR",
                    "publishedBefore=2020-05-06",
                    "publishedAfter=2020-05-05&publishedBefore=2020-05-06",
                }) {
            list(filter).body("data.title", contains("Hers"));
        }
        list("publishedBefore=2020-05-05").body("data.size()", equalTo(0));
    }

    @Test
    void tells_the_next_page_in_a_link_with_all_that_was_asked() {
        given.article().publishedAt(Instant.parse("2020-01-01T00:00:00Z"));
        var newer = given.article().publishedAt(Instant.parse("2021-01-01T00:00:00Z"));
        var link =
                list("limit=1&fields=id")
                        .body("data.id", contains(newer.id()))
                        .extract()
                        .header("Link");
        var next = link.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1");
        given.reader()
                .basePath("")
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("data[0].keySet()", contains("id"))
                .body("page.limit", equalTo(1))
                .body("page.next", nullValue());
    }

    @Test
    void names_the_parameters_of_its_links_in_the_order_of_the_request() {
        IntStream.range(0, 2).forEach(_ -> given.article().published());
        for (var asked :
                List.of(
                        "sort=title&limit=1&fields=title%2Cslug&count=exact",
                        "count=exact&fields=title%2Cslug&limit=1&sort=title")) {
            var first = asIs(asked).extract();
            var self = "</api/v1/articles?%s>; rel=\"self\"".formatted(asked);
            var start = "</api/v1/articles?%s>; rel=\"first\"".formatted(asked);
            var next =
                    "</api/v1/articles?%s&after=%s>; rel=\"next\""
                            .formatted(asked, first.<String>path("page.next"));
            assertEquals(String.join(", ", self, start, next), first.header("Link"));
            var after = "after=%s&%s".formatted(first.<String>path("page.next"), asked);
            var second = asIs(after).extract();
            var prev =
                    "</api/v1/articles?%s&before=%s>; rel=\"prev\""
                            .formatted(asked, second.<String>path("page.prev"));
            assertEquals(
                    String.join(
                            ", ",
                            self.replace(
                                    "?", "?after=%s&".formatted(first.<String>path("page.next"))),
                            start,
                            prev),
                    second.header("Link"));
        }
        given.reader()
                .get("/articles")
                .then()
                .header(
                        "Link",
                        equalTo(
                                "</api/v1/articles>; rel=\"self\", </api/v1/articles>; rel=\"first\""));
    }

    private ValidatableResponse asIs(String query) {
        return given.reader().urlEncodingEnabled(false).get("/articles?" + query).then();
    }

    private ValidatableResponse list(String query) {
        return given.reader().get("/articles?" + query).then();
    }
}
