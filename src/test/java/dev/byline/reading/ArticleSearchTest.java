package dev.byline.reading;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.GivenArticle;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleSearchTest {

    private final Given given = new Given();

    private ValidatableResponse search(String q, Object... more) {
        var request = given.reader().queryParam("q", q);
        for (var n = 0; n < more.length; n += 2) {
            request.queryParam((String) more[n], more[n + 1]);
        }
        return request.get("/articles").then();
    }

    private ValidatableResponse finds(String q, Made... articles) {
        var slugs = List.of(articles).stream().map(Made::slug).toArray(String[]::new);
        return search(q)
                .statusCode(200)
                .body("data.slug", slugs.length == 0 ? empty() : containsInAnyOrder(slugs));
    }

    private GivenArticle article(String title, String body) {
        return given.article().titled(title).with("body", body);
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource({
            "q=, empty",
            "q=%20, no word",
            "q=-night, must not be there",
            "q=a*, two letters",
            "facets=tag, did you mean \"tags\"",
            "facets=size, known are",
        })
        void what_asks_for_nothing(String query, String says) {
            given.reader()
                    .urlEncodingEnabled(false)
                    .get("/articles?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"))
                    .body("detail", containsString(says));
        }

        @Test
        void to_sort_by_relevance_where_nothing_is_searched_for() {
            given.reader()
                    .queryParam("sort", "-relevance")
                    .get("/articles")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("unknown-sort-key"));
        }

        @Test
        void highlights_where_nothing_is_searched_for() {
            given.reader()
                    .queryParam("fields", "highlights")
                    .get("/articles")
                    .then()
                    .statusCode(400);
        }

        @Test
        void a_cursor_of_another_search() {
            article("A night", "x").published();
            article("Another night", "x").published();
            String next = search("night", "limit", 1).extract().path("page.next");
            search("another", "limit", 1, "after", next)
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
    }

    @Nested
    class Finds {

        @Test
        void words_in_title_summary_and_body_in_other_forms_too() {
            var title = article("The councils vote", "x").published();
            var summary = article("Two", "x").with("summary", "A council voted.").published();
            var body = article("Three", "Voting by the **council**").published();
            article("Four", "A council of one").published();
            finds("council votes", title, summary, body);
        }

        @Test
        void phrases() {
            var train = article("One", "The night train to Vienna").published();
            article("Two", "A train by night, to Vienna").published();
            finds("\"night train\"", train);
            finds("vienna \"night trains\"", train);
        }

        @Test
        void what_lacks_an_excluded_word_or_phrase() {
            var calm = article("One", "The train runs").published();
            article("Two", "The train is on strike").published();
            finds("train -strikes", calm);
            finds("train -\"on strike\"", calm);
        }

        @Test
        void beginnings_of_words_as_they_are_typed() {
            var university = article("The university", "x").published();
            for (var typed : List.of("un*", "univ*", "universi*", "university*")) {
                finds(typed, university);
            }
            finds("unix*");
        }

        @Test
        void with_accents_and_without() {
            var french =
                    article("Les étés", "Un café à Besançon").with("language", "fr").published();
            for (var typed : List.of("été", "ete", "CAFÉ", "cafe", "Besancon", "cafe\u0301")) {
                finds(typed, french);
            }
        }

        @Test
        void each_article_by_the_rules_of_its_language() {
            var german =
                    article("Die Häuser", "Größere Städte").with("language", "de-AT").published();
            var english = article("The houses", "Larger towns").published();
            var other = article("Taloja", "Kaupungit").with("language", "xx").published();
            finds("haus", german);
            finds("grosse stadt", german);
            finds("house", english);
            finds("taloja", other);
            finds("talo");
            search("haus", "language", "en").body("data", empty());
        }

        @Test
        void words_that_have_signs_in_and_around_them() {
            var article = article("One", "Cats/dogs and R&D, `foo_bar()` <b>bold</b>").published();
            for (var typed : List.of("cats", "dog", "cats/dogs", "R&D", "foo_bar", "bold")) {
                search(typed).body("data.slug", contains(article.slug()));
            }
        }

        @Test
        void only_what_the_other_parameters_leave() {
            var author = given.author();
            var hers = article("Night one", "x").by(author).published();
            article("Night two", "x").published();
            search("night", "author", author.slug()).body("data.slug", contains(hers.slug()));
            search("night", "author", author.slug(), "count", "exact")
                    .body("page.total", equalTo(1));
        }

        @Test
        void for_editors_the_newest_texts_too() {
            var draft = article("A quiet night", "x").draft();
            given.editor()
                    .queryParam("q", "nights")
                    .get("/articles")
                    .then()
                    .statusCode(200)
                    .body("data.slug", contains(draft.slug()));
            given.editor()
                    .queryParam("q", "nights")
                    .queryParam("view", "live")
                    .get("/articles")
                    .then()
                    .body("data", empty());
        }

        @Test
        void what_was_live_at_an_instant() {
            var article =
                    article("A quiet night", "x")
                            .publishedAt(Instant.parse("2020-01-01T00:00:00Z"));
            retitle(article, "A loud day");
            given.editor()
                    .queryParam("q", "quiet")
                    .queryParam("asOf", "2021-01-01T00:00:00Z")
                    .get("/articles")
                    .then()
                    .statusCode(200)
                    .body("data.title", contains("A quiet night"));
            finds("quiet");
            finds("loud", article);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'",
                    "\\",
                    "a' or '1'='1",
                    "a:*",
                    "a & b",
                    "!a",
                    "a <-> b",
                    "((",
                    ":*",
                    "|",
                    "%",
                    "_",
                    "\uD83D\uDE00",
                    "\u202Eabc",
                    "\u05E9\u05DC\u05D5\u05DD",
                    "{a}",
                    "?",
                    "$1",
                    "a\tb",
                    "<a b>",
                    "\uE000\uE001",
                    "a@b.example",
                    "http://x.example/a?b=c",
                    "-1",
                    "\"",
                    "\"a' \\ b\"",
                    "*",
                    "ab':*",
                    "\u00e9':*",
                    "&amp;",
                    "''",
                    "a\u0301\u0301"
                })
        void nothing_and_breaks_nothing_by_odd_characters(String odd) {
            article("One", "x").published();
            search("zzz " + odd.replace("*", "xy*")).statusCode(200).body("data", empty());
        }
    }

    private void retitle(Made article, String title) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", title, "publication", Map.of()))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    @Nested
    class Ranks {

        @Test
        void the_title_over_the_summary_over_what_the_body_repeats_over_the_rest() {
            article("Four", "A council once.").published();
            article("Three", "Council, council and council.").published();
            article("Two", "x").with("summary", "The council").published();
            article("One council", "x").published();
            article("Nothing", "Really council, and not four times").published();
            search("council")
                    .body("data.title", contains("One council", "Two", "Three", "Nothing", "Four"));
        }

        @Test
        void or_sorts_by_anything_else() {
            article("B night", "x").published();
            article("A", "night").published();
            search("night", "sort", "title").body("data.title", contains("A", "B night"));
            search("night", "sort", "-title").body("data.title", contains("B night", "A"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-relevance,-publishedAt",
                    "relevance",
                    "title",
                    "-publishedAt",
                    "-commentCount"
                })
        void so_that_a_walk_meets_each_once_while_others_are_written(String sort) {
            for (var n = 0; n < 5; n++) {
                article("Night " + n, "x").published();
                article("Day " + n, "by night").published();
            }
            var met = new ArrayList<String>();
            String next = null;
            do {
                var page =
                        next == null
                                ? search("night", "limit", 3, "sort", sort, "fields", "title")
                                : search(
                                        "night", "limit", 3, "sort", sort, "fields", "title",
                                        "after", next);
                List<String> titles = page.statusCode(200).extract().path("data.title");
                met.addAll(titles);
                article("Xnight", "a night").published();
                next = page.extract().path("page.next");
            } while (next != null);
            met.removeIf("Xnight"::equals);
            assertEquals(10, met.size());
            assertEquals(10, new HashSet<>(met).size());
        }

        @Test
        void and_goes_back() {
            for (var n = 0; n < 3; n++) {
                article("Night " + n, "x").published();
            }
            var first = search("night", "limit", 1);
            var second = search("night", "limit", 1, "after", first.extract().path("page.next"));
            search("night", "limit", 1, "before", second.extract().path("page.prev"))
                    .body("data.title", equalTo(first.extract().path("data.title")))
                    .body("page.prev", nullValue());
        }
    }

    @Nested
    class Shows {

        @Test
        void where_it_found_what_in_offsets_and_in_safe_html() {
            article("The <night> & you", "A long night.\n\nTwo nights.").published();
            search("night", "fields", "title,highlights,bodyText")
                    .body(
                            "data[0].highlights.title.html",
                            equalTo("The &lt;<mark>night</mark>&gt; &amp; you"))
                    .body("data[0].highlights.title.places", contains(List.of(5, 10)))
                    .body(
                            "data[0].highlights.body.html",
                            equalTo("A long <mark>night</mark>. Two <mark>nights</mark>."))
                    .body(
                            "data[0].highlights.body.places",
                            contains(List.of(7, 12), List.of(19, 25)))
                    .body("data[0].highlights.body.count", equalTo(2))
                    .body("data[0].highlights", not(hasKey("summary")))
                    .body("data[0].bodyText", equalTo("A long night.\n\nTwo nights."));
        }

        @Test
        void all_words_and_phrases_in_every_form_of_theirs() {
            given.article()
                    .titled("Die Häuser")
                    .with("body", "Das Haus am Fluß, der Fluss")
                    .with("language", "de")
                    .published();
            search("\"am fluss\" hauser")
                    .body("data[0].highlights.title.html", equalTo("Die <mark>Häuser</mark>"))
                    .body(
                            "data[0].highlights.body.html",
                            equalTo(
                                    "Das <mark>Haus</mark> am <mark>Fluß</mark>, der <mark>Fluss</mark>"));
        }

        @Test
        void forms_that_begin_otherwise_too() {
            article("One", "A dying man").published();
            search("die")
                    .body("data[0].highlights.body.html", equalTo("A <mark>dying</mark> man"))
                    .body("data[0].highlights.body.places", contains(List.of(2, 7)));
        }

        @Test
        void no_highlights_where_they_are_not_asked_for() {
            article("Night", "x").published();
            search("night", "fields", "title").body("data[0]", equalTo(Map.of("title", "Night")));
            given.reader().get("/articles").then().body("data[0]", not(hasKey("highlights")));
        }

        @Test
        void twenty_articles_in_under_20_kb() {
            for (var n = 0; n < 20; n++) {
                article("Night " + n, "A long night, and then a night. ".repeat(60)).published();
            }
            var bytes = search("night").body("data", hasSize(20)).extract().asByteArray();
            org.hamcrest.MatcherAssert.assertThat(bytes.length, lessThan(20_000));
        }

        @Test
        void what_it_did_not_look_for() {
            article("The night", "x").published();
            search("the night &")
                    .body("data", hasSize(1))
                    .body("search.ignored", contains("the", "&"));
            search("the").body("data", empty()).body("search.ignored", contains("the"));
        }
    }

    @Nested
    class Corrects {

        @Test
        void a_misspelt_word_and_says_so() {
            var article = article("The parliament votes", "x").published();
            search("parlaiment vote")
                    .body("data.slug", contains(article.slug()))
                    .body("search.q", equalTo("parlaiment vote"))
                    .body("search.corrected", equalTo("parliament vote"))
                    .body("search.suggestion", nullValue());
        }

        @Test
        void nothing_that_finds_something_as_it_is() {
            var article = article("The parlaiment", "x").published();
            article("The parliament", "x").published();
            search("parlaiment")
                    .body("data.slug", contains(article.slug()))
                    .body("search.corrected", nullValue());
        }

        @Test
        void nothing_far_away() {
            article("The parliament", "x").published();
            search("zebra").body("data", empty()).body("search.corrected", nullValue());
        }

        @Test
        void and_suggests_where_the_other_parameters_leave_nothing() {
            article("The parliament", "x").published();
            search("parlaiment", "author", given.author().slug())
                    .body("data", empty())
                    .body("search.corrected", nullValue())
                    .body("search.suggestion", equalTo("parliament"));
        }

        @Test
        void on_every_page() {
            article("The parliament", "x").published();
            article("A parliament", "x").published();
            String next = search("parlaiment", "limit", 1).extract().path("page.next");
            search("parlaiment", "limit", 1, "after", next)
                    .statusCode(200)
                    .body("data", hasSize(1))
                    .body("search.corrected", equalTo("parliament"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"draft", "scheduled", "withdrawn", "trashed", "edited"})
        void to_no_word_that_readers_cannot_see(String state) {
            var article = article("The parliament", "The parliament");
            switch (state) {
                case "draft" -> article.draft();
                case "scheduled" -> article.scheduled();
                case "withdrawn" -> article.withdrawn();
                case "trashed" -> article.trashed();
                default -> {
                    var made = article.published();
                    given.editor()
                            .contentType(JSON)
                            .body(
                                    Map.of(
                                            "title",
                                            "Other",
                                            "body",
                                            "Other",
                                            "publication",
                                            Map.of()))
                            .patch("/articles/{id}", made.id())
                            .then()
                            .statusCode(200);
                }
            }
            for (var q : List.of("parlaiment", "parliament", "parl*", "\"the parliament\"")) {
                search(q, "count", "exact", "facets", "tags,authors,year,language")
                        .statusCode(200)
                        .body("data", empty())
                        .body("page.total", equalTo(0))
                        .body("search.corrected", nullValue())
                        .body("search.suggestion", nullValue())
                        .body("facets.year.values", empty());
            }
        }
    }

    @Nested
    class Counts {

        @Test
        void all_that_was_found_by_tag_author_year_and_language() {
            var tag = given.tag("Rail");
            var author = given.author("Dani Graham");
            article("Night one", "x")
                    .about(tag)
                    .by(author)
                    .publishedAt(Instant.parse("2020-12-31T23:59:59Z"));
            article("Night two", "x").about(tag).publishedAt(Instant.parse("2021-01-01T00:00:00Z"));
            article("Nachtzug", "night")
                    .with("language", "de")
                    .publishedAt(Instant.parse("2021-02-01T00:00:00Z"));
            article("Day", "x").about(tag).published();
            article("Night draft", "x").about(tag).draft();
            search("night", "limit", 1, "facets", "tags,authors,year,language")
                    .statusCode(200)
                    .body("data", hasSize(1))
                    .body(
                            "facets.tags.values",
                            contains(Map.of("value", tag.slug(), "name", "Rail", "count", 2)))
                    .body("facets.tags.more", equalTo(0))
                    .body("facets.authors.values.name", contains("Dani Graham"))
                    .body("facets.year.values.value", contains("2021", "2020"))
                    .body("facets.year.values.count", contains(2, 1))
                    .body("facets.language.values.value", contains("en", "de"));
        }

        @Test
        void without_a_search_too_and_says_how_many_values_it_leaves_out() {
            for (var n = 0; n < 22; n++) {
                given.article().about(given.tag()).published();
            }
            given.reader()
                    .queryParam("facets", "tags")
                    .get("/articles")
                    .then()
                    .statusCode(200)
                    .body("facets.tags.values", hasSize(20))
                    .body("facets.tags.more", equalTo(2))
                    .body("facets", not(hasKey("year")))
                    .body("$", not(hasKey("search")));
        }

        @Test
        void what_the_other_parameters_leave() {
            var author = given.author();
            article("Night", "x").by(author).about(given.tag("One")).published();
            article("Night", "x").about(given.tag("Two")).published();
            search("night", "author", author.slug(), "facets", "tags")
                    .body("facets.tags.values.name", contains("One"));
        }
    }
}
