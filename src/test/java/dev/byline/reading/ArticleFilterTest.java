package dev.byline.reading;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.identity.Caller;
import dev.byline.revision.Viewpoint;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `filter` in lists of articles; [dev.byline.filter.FilterTest] has the language.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleFilterTest {

    private final Given given = new Given();

    @Nested
    class Refuses {

        @Test
        void an_unknown_field_and_tells_the_nearest_and_the_place() {
            filtered("title==x;authors.slog==y")
                    .statusCode(400)
                    .body("code", equalTo("unknown-field"))
                    .body("detail", containsString("did you mean \"authors.slug\"?"))
                    .body("errors[0].parameter", equalTo("filter"))
                    .body("errors[0].position", equalTo(9))
                    .body("errors[0]", not(hasKey("pointer")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "title=x         | 5  | syntax",
                    "(title==x       | 0  | syntax",
                    "title=is=x      | 5  | unknown-operator",
                    "wordCount==abc  | 11 | wrong-value",
                    "status==public  | 8  | wrong-value",
                    "title=null=true | 5  | wrong-operator",
                })
        void what_it_cannot_understand(String filter, int position, String code) {
            filtered(filter)
                    .statusCode(400)
                    .body("code", equalTo("invalid-filter"))
                    .body("errors[0].position", equalTo(position))
                    .body("errors[0].code", equalTo(code));
        }

        @Test
        void a_filter_that_is_empty_or_given_twice() {
            given.reader().get("/articles?filter=").then().statusCode(400);
            given.reader().get("/articles?filter=title==a&filter=title==b").then().statusCode(400);
        }

        @Test
        void readers_and_moderators_what_is_for_editors_whatever_there_is() {
            given.article().with("note", "Secret").published();
            for (var field : editorsFields()) {
                for (var filter : List.of(field + "==Secret", field + "=null=true")) {
                    filtered(filter)
                            .statusCode(401)
                            .body("detail", equalTo(field + " is for the newsroom: send a token."));
                    filtered(given.moderator(), filter)
                            .statusCode(403)
                            .body("detail", equalTo(field + " is for the newsroom."));
                }
            }
        }

        private static List<String> editorsFields() {
            return ArticleFilterFields.of(Viewpoint.READER).stream()
                    .filter(field -> !field.audience().isEverybody())
                    .map(field -> field.name())
                    .toList();
        }
    }

    @Test
    void takes_every_field_with_every_operator_of_its_own() {
        for (var viewpoint : List.of("view=live", "view=newest")) {
            for (var field : new ArticleFilterFields().all()) {
                var value =
                        switch (field.type()) {
                            case TEXT -> "x";
                            case NUMBER -> "1";
                            case INSTANT -> "2026-01-01T00:00:00Z";
                            case BOOLEAN -> "true";
                            case ID -> "0193299c-4f00-7c3a-9d2e-5b7f1a2c3d4e";
                            case CHOICE -> field.choices().keySet().iterator().next();
                        };
                var operators = new ArrayList<>(List.of("==", "!="));
                switch (field.type()) {
                    case TEXT, NUMBER, INSTANT ->
                            operators.addAll(List.of("<", "<=", ">", ">=", "=in=", "=out="));
                    case ID, CHOICE -> operators.addAll(List.of("=in=", "=out="));
                    case BOOLEAN -> {}
                }
                var comparisons = new ArrayList<String>();
                operators.forEach(operator -> comparisons.add(field.name() + operator + value));
                if (field.takesNull()) {
                    comparisons.add(field.name() + "=null=true");
                    comparisons.add(field.name() + "=null=false");
                }
                var filter = String.join(";", comparisons) + ",title==y";
                given.editor()
                        .queryParam("filter", filter)
                        .get("/articles?count=exact&" + viewpoint)
                        .then()
                        .statusCode(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authors.slug==ann;tags.slug=in=(politics,law);publishedAt=ge=2020-01-01",
                "authors.name==Ann",
                "authors.slug==ann;authors.slug==bob",
                "authors.slug==ann;tags.slug==law",
                "authors.slug!=cat;authors.id=null=false",
                "tags.slug==law,title==nothing",
                "tags.slug=out=(politics,sport);tags.slug=null=false",
                "title==Her*",
                "title==\"Hers & his\"",
                "summary=null=false",
                "summary!=null;summary!=*ly",
                "publishedAt=ge=2020-05-05;publishedAt=lt=2020-05-06",
                "language==pt-BR",
                "wordCount>=1;(title==Hers*;(language!=en))",
                "status==published;language=out=(en,de)",
                "slug==hers*;commentCount==0;commentsOpen==true;revision==1",
            })
    void finds(String filter) {
        var ann = given.author("Ann");
        var bob = given.author("Bob");
        var law = given.tag("Law");
        given.tag("Politics");
        given.article().titled("Other").published();
        given.article()
                .titled("Ones")
                .by(given.author("Cat"))
                .about(given.tag("Sport"))
                .published();
        given.article()
                .titled("Hers & his")
                .by(ann, bob)
                .about(law)
                .with("summary", "Short")
                .with("language", "pt-BR")
                .publishedAt(Instant.parse("2020-05-05T23:59:59Z"));
        if (filter.contains("*ly")) {
            filtered(filter).statusCode(400).body("errors[0].position", equalTo(23));
        } else {
            filtered(filter).statusCode(200).body("data.title", contains("Hers & his"));
        }
    }

    @Test
    void takes_the_complement_where_it_is_negated() {
        given.article().titled("None").published();
        given.article().titled("One").with("summary", "One").by(given.author("Ann")).published();
        filtered("summary!=One").body("data.title", contains("None"));
        filtered("summary=out=(One,Two)").body("data.title", contains("None"));
        filtered("authors.slug!=ann").body("data.title", contains("None"));
        filtered("authors.slug=null=true").body("data.title", contains("None"));
        filtered("title!=N*").body("data.title", contains("One"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title==*night*          | A Night at sea, Midnight 50%_a",
                "title==NIGHT*           | ''",
                "title==\"a n*\"           | A Night at sea",
                "title==*SEA             | A Night at sea",
                "title=='*50%*'          | Midnight 50%_a",
                "title=='*%_A'           | Midnight 50%_a",
                "title=='*0__a'          | ''",
                "title==*zür*            | Zürich",
                "title==*ZÜR*            | Zürich",
                "title==*zur*            | ''",
                "title!=*night*          | Zürich",
                "slug==*-at-*            | A Night at sea",
                "authors.name==*achel*   | A Night at sea",
                "authors.name==*rachel*  | A Night at sea",
                "authors.slug==*-green   | A Night at sea",
                "authors.name!=*rachel*  | Midnight 50%_a, Zürich",
            })
    void finds_by_a_part_whatever_the_case(String filter, String titles) {
        given.article().titled("A Night at sea").by(given.author("Rachel Green")).published();
        given.article().titled("Midnight 50%_a").by(given.author("Ann")).published();
        given.article().titled("Zürich").published();
        given.article().titled("Night draft").by(given.author("Rachel Draft")).draft();
        assertTitles(filter, titles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!(summary==One)                              | None, Two",
                "!(summary==One;title==One)                   | None, Two",
                "!(summary==One,title==None)                  | Two",
                "!(!(summary==One))                           | One",
                "!(summary=gt=A)                              | None",
                "title=null=false,title==x                    | refused",
                "!(authors.slug==ann)                         | None",
                "!(authors.slug==ann;authors.slug==bob)       | None, One",
                "!(authors.slug!=ann)                         | One, Two",
                "!(authors.slug=null=true)                    | One, Two",
                "!(authors.slug==bob);!(title==None)          | One",
                "!(authors.name==*ann*)                       | None",
                "!(status==published)                         | ''",
                "!(status==draft)                             | None, One, Two",
                "title==T* and !(title==Two or summary==Two)  | ''",
                "language==en;!(title==One;(authors.slug==ann;!(wordCount==99))) | None, Two",
            })
    void finds_where_a_group_does_not_hold(String filter, String titles) {
        var ann = given.author("Ann");
        given.article().titled("None").published();
        given.article().titled("One").with("summary", "One").by(ann).published();
        given.article()
                .titled("Two")
                .with("summary", "Two")
                .by(ann, given.author("Bob"))
                .published();
        given.article().titled("Draft").draft();
        if (titles.equals("refused")) {
            filtered(filter).statusCode(400);
        } else {
            assertTitles(filter, titles);
        }
    }

    private void assertTitles(String filter, String titles) {
        assertEquals(
                titles.isEmpty() ? List.of() : List.of(titles.split(", ")),
                filtered(filter).statusCode(200).extract().path("data.title.sort()"));
    }

    @Test
    void a_negation_shows_readers_nothing_that_is_not_published() {
        given.article().titled("Live").published();
        given.article().titled("Draft").draft();
        filtered("!(title==Live)").body("data", empty());
        filtered("!(title==x)").body("data.title", contains("Live"));
        filtered("!(note==x)").statusCode(401);
        filtered(given.editor(), "!(status==published)").body("data.title", contains("Draft"));
    }

    @Test
    void takes_whatever_is_in_quotes_for_a_value() {
        given.article().titled("x' or '1'='1").published();
        given.article().titled("50%_\\").published();
        filtered("title==\"x' or '1'='1\"").body("data.size()", equalTo(1));
        filtered("title=='50%_\\\\'").body("data.size()", equalTo(1));
        filtered("title=='%*'").body("data", empty());
        filtered("title=='_*'").body("data", empty());
        filtered("title==\"'; drop table article cascade; --\"").body("data", empty());
        filtered("title=='$1 ? ?? :x {0}'").body("data", empty());
    }

    @Test
    void narrows_with_the_plain_parameters_the_pages_and_the_count() {
        var ann = given.author("Ann");
        for (var title : List.of("A1", "A2", "A3", "B1")) {
            given.article().titled(title).by(ann).published();
        }
        given.article().titled("A4").published();
        given.article().titled("A5").by(ann).draft();
        var query = "/articles?author=ann&sort=title&limit=2&count=exact";
        var first = given.reader().queryParam("filter", "title==A*").get(query).then();
        first.body("data.title", contains("A1", "A2")).body("page.total", equalTo(3));
        var link = first.extract().header("Link");
        given.reader()
                .basePath("")
                .urlEncodingEnabled(false)
                .get(link.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1"))
                .then()
                .body("data.title", contains("A3"))
                .body("page.next", nullValue())
                .body("page.prev", notNullValue())
                .body("page.total", equalTo(3));
    }

    @Test
    void counts_the_months_of_what_it_leaves() {
        given.article().titled("A").publishedAt(Instant.parse("2020-05-05T00:00:00Z"));
        given.article().titled("B").publishedAt(Instant.parse("2020-06-05T00:00:00Z"));
        given.reader()
                .queryParam("filter", "title==A")
                .get("/articles/archive")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Nested
    class ForEditors {

        @Test
        void finds_drafts_by_status_and_leaves_out_the_trash_unless_it_is_named() {
            given.article().titled("Draft").draft();
            given.article().titled("Planned").scheduled();
            given.article().titled("Out").published();
            given.article().titled("Back").withdrawn();
            given.article().titled("Bin").trashed();
            filtered(given.editor(), "status=in=(draft,scheduled)")
                    .body("data.title", containsInAnyOrder("Draft", "Planned"));
            filtered(given.editor(), "status==trashed").body("data.title", contains("Bin"));
            filtered(given.editor(), "trashedAt=null=false").body("data.title", contains("Bin"));
            filtered(given.editor(), "status=out=(draft,published)")
                    .body("data.title", containsInAnyOrder("Planned", "Back", "Bin"));
            filtered(given.editor(), "title==B*").body("data.title", contains("Back"));
            filtered(given.editor(), "hasUnpublishedChanges==false;savedBy.name!=nobody")
                    .body("data.title", contains("Out"));
            filtered(given.reader(), "status==draft").statusCode(200).body("data", empty());
        }

        @Test
        void finds_what_somebody_did_and_when_in_one_and_the_same_change() {
            given.article().titled("Hers").published();
            var name = caller("savedBy.name");
            var before = "2020-01-01";
            filtered(
                            given.editor(),
                            "changes.by.name=='%s';changes.at=ge=%s".formatted(name, before))
                    .body("data.title", contains("Hers"));
            filtered(
                            given.editor(),
                            "changes.by.name=='%s';changes.at=lt=%s".formatted(name, before))
                    .body("data", empty());
            filtered(given.editor(), "changes.act==article.created")
                    .body("data.title", contains("Hers"));
            filtered(given.editor(), "changes.act==article.created;changes.act==article.trashed")
                    .body("data", empty());
            filtered(given.editor(), "changes.by.name==nobody").body("data", empty());
        }

        private String caller(String path) {
            return given.editor().get("/articles").then().extract().path("data[0]." + path);
        }
    }

    @Test
    void narrows_the_history() {
        var article = given.article().with("note", "First").draft();
        var path = "/articles/" + article.id() + "/revisions";
        given.editor()
                .queryParam("filter", "note==First")
                .get(path)
                .then()
                .body("data.size()", equalTo(1));
        given.editor()
                .queryParam("filter", "liveFrom=null=false")
                .get(path)
                .then()
                .body("data", empty());
        given.reader().queryParam("filter", "note==First").get(path).then().statusCode(401);
    }

    /// The fields that a reader may ask for are those that a reader is shown.
    @Test
    void asks_readers_for_nothing_that_they_cannot_read() {
        var shown = ArticleFields.ofOne(Caller.READER, null, null);
        for (var field : ArticleFilterFields.of(Viewpoint.READER)) {
            var property = field.name().split("[.]")[0];
            assertEquals(field.audience().isEverybody(), shown.shown().has(property), field::name);
        }
    }

    private ValidatableResponse filtered(String filter) {
        return filtered(given.reader(), filter);
    }

    private static ValidatableResponse filtered(RequestSpecification caller, String filter) {
        return caller.queryParam("filter", filter).get("/articles").then();
    }

    @Test
    void a_semicolon_needs_no_encoding() {
        given.article().titled("One").published();
        given.article().titled("Two").published();
        given.reader()
                .urlEncodingEnabled(false)
                .get("/articles?filter=title==Two;slug==two&fields=title")
                .then()
                .statusCode(200)
                .body("data.title", contains("Two"));
    }
}
