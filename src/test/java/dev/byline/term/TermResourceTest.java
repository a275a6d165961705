package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermResourceTest {
    private final Given given = new Given();

    enum Kind {
        AUTHOR("authors", "biography"),
        TAG("tags", "description");

        /// What of an article names them.
        final String relation;

        final String path;

        /// What can be null.
        final String text;

        Kind(String relation, String text) {
            this.relation = relation;
            this.path = "/" + relation;
            this.text = text;
        }

        Made make(Given given, String name) {
            return this == AUTHOR ? given.author(name) : given.tag(name);
        }
    }

    /// RFC 9110, 13.1.2: what the condition forbids does not happen.
    @ParameterizedTest
    @EnumSource
    void no_write_passes_over_a_condition(Kind kind) {
        var term = kind.make(given, "Before");
        for (var method : new String[] {"PUT", "PATCH", "DELETE"}) {
            given.editor()
                    .header("If-Match", "*")
                    .header("If-None-Match", "*")
                    .contentType(JSON)
                    .body(Map.of("name", "After"))
                    .request(method, kind.path + "/{id}", term.id())
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }
        given.reader().get(kind.path + "/{id}", term.id()).then().body("name", equalTo("Before"));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_but_editors_writes(Kind kind) {
        given.reader()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post(kind.path)
                .then()
                .statusCode(401);
        given.moderator()
                .contentType(JSON)
                .body(Map.of("name", "A"))
                .post(kind.path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource
    void a_slug_is_taken_once(Kind kind) {
        var term = kind.make(given, "One");
        given.editor()
                .contentType(JSON)
                .body(Map.of("name", "Another", "slug", term.slug()))
                .post(kind.path)
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_name_gets_a_slug_of_its_own(Kind kind) {
        kind.make(given, "Local News");
        var second = kind.make(given, "Local News");
        given.reader()
                .get(kind.path + "/local-news-2")
                .then()
                .statusCode(200)
                .body("id", equalTo(second.id()));
    }

    @ParameterizedTest
    @EnumSource
    void a_replacement_needs_the_version_it_replaces(Kind kind) {
        var term = kind.make(given, "One");
        var body = Map.of("name", "New name");
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(body)
                .put(kind.path + "/" + term.id())
                .then()
                .statusCode(428);
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", term.etag())
                .put(kind.path + "/" + term.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("New name"))
                .body("slug", equalTo(term.slug()));
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", term.etag())
                .put(kind.path + "/" + term.id())
                .then()
                .statusCode(412)
                .body("current", equalTo("\"1\""));
    }

    @ParameterizedTest
    @EnumSource
    void a_patch_changes_what_it_names_and_null_removes(Kind kind) {
        var term = kind.make(given, "One");
        var text = kind.text;
        patch(kind, term, Map.of(text, "Of Bristol.")).body(text, equalTo("Of Bristol."));
        patch(kind, term, Map.of("name", "B")).body(text, equalTo("Of Bristol."));
        patch(kind, term, Collections.singletonMap(text, null))
                .body(text, nullValue())
                .body("name", equalTo("B"));
    }

    private ValidatableResponse patch(Kind kind, Made term, Map<String, String> body) {
        return given.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch(kind.path + "/" + term.id())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void what_articles_use_stays_even_if_a_former_revision_alone_does(Kind kind) {
        var term = kind.make(given, "One");
        var article = given.article().with(kind.relation, List.of(term.id())).published();
        given.article().with(kind.relation, List.of(term.id())).draft();
        given.editor()
                .contentType(JSON)
                .body(Map.of(kind.relation, List.of()))
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);

        given.editor()
                .header("If-Match", "*")
                .delete(kind.path + "/" + term.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("in-use"))
                .body("articles", is(2));
    }

    @ParameterizedTest
    @EnumSource
    void what_nothing_uses_is_deleted_for_good(Kind kind) {
        var term = kind.make(given, "One");
        given.editor()
                .header("If-Match", term.etag())
                .delete(kind.path + "/" + term.slug())
                .then()
                .statusCode(204);
        given.reader().get(kind.path + "/" + term.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_list_is_filtered_by_parts_of_names_and_by_what_is_not(Kind kind) {
        kind.make(given, "Rachel Green");
        kind.make(given, "Ross");
        filtered(kind, "name==*ra*").statusCode(400);
        filtered(kind, kind.text + "==*ross*").statusCode(400);
        filtered(kind, "name==*rachel*").body("data.name", contains("Rachel Green"));
        filtered(kind, "name==*OSS").body("data.name", contains("Ross"));
        filtered(kind, "slug==*-gre*").body("data.name", contains("Rachel Green"));
        filtered(kind, "!(name==*rachel*,slug==x)").body("data.name", contains("Ross"));
    }

    private ValidatableResponse filtered(Kind kind, String filter) {
        return given.reader().queryParam("filter", filter).get(kind.path).then();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_is_refused_as_one_of_articles_is(Kind kind) {
        for (var q : List.of("", " ", "-graham", "a*", "a".repeat(201), "a ".repeat(17))) {
            searched(kind, q).statusCode(400);
        }
        given.reader().get(kind.path + "?sort=relevance").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource
    void a_search_finds_by_parts_by_slips_and_by_what_is_said(Kind kind) {
        for (var name : List.of("Ann Graham", "Graham Zoë", "Grahame", "Somebody")) {
            kind.make(given, name);
        }
        var said = kind.make(given, "Else");
        patch(kind, said, Map.of(kind.text, "Wrote with Graham."));
        searched(kind, "graham")
                .body("data.name", contains("Graham Zoë", "Grahame", "Ann Graham", "Else"));
        searched(kind, "ZOE").body("data.name", contains("Graham Zoë"));
        searched(kind, "raha").body("data.size()", is(3));
        searched(kind, "grahem -zoe -grahame").body("data.name", contains("Ann Graham"));
        searched(kind, "%").body("data.size()", is(0));
        given.reader()
                .get(kind.path + "?q=graham&sort=-name&filter=name==*ann*&count=exact")
                .then()
                .statusCode(200)
                .body("data.name", contains("Ann Graham"))
                .body("page.total", is(1));
    }

    private ValidatableResponse searched(Kind kind, String q) {
        return given.reader().noFilters().queryParam("q", q).get(kind.path).then();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_has_pages_that_lose_and_double_none(Kind kind) {
        for (var name : List.of("Graham B", "Graham A", "Ann Graham", "Graham A", "Zoë Graham")) {
            kind.make(given, name);
        }
        var names = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var after = next.isEmpty() ? "" : "&after=" + next;
            var page =
                    given.reader()
                            .get(kind.path + "?q=graham&include=articleCount&limit=2" + after)
                            .then()
                            .statusCode(200);
            names.addAll(page.extract().path("data.name"));
            next = page.extract().path("page.next");
            if (next != null) {
                given.reader().get(kind.path + "?q=grahem&after=" + next).then().statusCode(400);
            }
        }
        assertEquals(
                List.of("Graham A", "Graham A", "Graham B", "Ann Graham", "Zoë Graham"), names);
    }

    @ParameterizedTest
    @EnumSource
    void a_list_is_sorted_by_name(Kind kind) {
        kind.make(given, "B");
        kind.make(given, "A");
        given.reader().get(kind.path).then().body("data.name", contains("A", "B"));
        given.reader().get(kind.path + "?sort=-name").then().body("data.name", contains("B", "A"));
    }
}
