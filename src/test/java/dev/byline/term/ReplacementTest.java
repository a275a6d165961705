package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One author or tag takes the place of another, and that is undone.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReplacementTest {
    @Inject DataSource database;

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/authors"})
    void refuses_what_cannot_take_its_place(String path) {
        var old = given.term(path, Map.of("name", "Govt"));
        replace(path, old, old.id()).statusCode(422).body("errors[0].code", equalTo("circular"));
        for (var none : List.of("no-such", "019329c4-4f00-7c3a-9d2e-5b7f1a2c3d4e")) {
            replace(path, old, none)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/id"))
                    .body(
                            "errors[0].code",
                            equalTo(path.equals("/tags") ? "unknown-tag" : "unknown-author"));
        }
        undo(path, old).statusCode(409).body("code", equalTo("not-replaced"));
        given.reader().get(path + "/" + old.slug()).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/authors"})
    void what_led_to_the_one_leads_to_the_other(String path) {
        var old = given.term(path, Map.of("name", "Govt", "formerSlugs", List.of("gov")));
        var other = given.term(path, Map.of("name", "Government"));
        replace(path, old, other.slug())
                .statusCode(200)
                .body("replaced", equalTo(old.id()))
                .body("by", equalTo(other.id()));
        for (var caller : List.of(given.reader(), given.editor())) {
            for (var reference : List.of(old.slug(), "gov", old.id())) {
                caller.get(path + "/" + reference)
                        .then()
                        .statusCode(308)
                        .header("Location", endsWith(path + "/" + other.slug()));
            }
            caller.get(path).then().body("data.id", contains(other.id()));
        }
        // and its slug is free
        given.term(path, Map.of("name", "Another", "slug", old.slug()));
        undo(path, old).statusCode(409).body("code", equalTo("slug-taken"));
    }

    @Test
    void articles_and_their_drafts_follow_and_old_revisions_tell_what_was() {
        var old = given.tag("Govt");
        var other = given.tag("Government");
        var article = given.article().about(old).published();
        edit(article, Map.of("title", "Draft"));
        var readerBefore = given.reader().get("/articles/" + article.id()).header("ETag");
        var editorBefore = given.editor().get("/articles/" + article.id()).header("ETag");
        given.reader().get("/articles?tag=" + other.slug()).then().body("data", empty());

        replace("/tags", old, other.id()).statusCode(200).body("articles", equalTo(1));

        given.reader()
                .get("/articles/" + article.id())
                .then()
                .body("tags.id", contains(other.id()));
        given.reader()
                .header("If-None-Match", readerBefore)
                .get("/articles/" + article.id())
                .then()
                .statusCode(200);
        for (var name : List.of(other.slug(), old.slug(), old.id())) {
            given.reader()
                    .get("/articles?tag=" + name)
                    .then()
                    .body("data.id", contains(article.id()));
        }
        given.reader()
                .get("/tags/" + other.slug() + "?fields=articleCount")
                .then()
                .body("articleCount", equalTo(1));
        given.editor()
                .contentType(JSON)
                .header("If-Match", editorBefore)
                .body(Map.of("title", "Stale"))
                .patch("/articles/" + article.id())
                .then()
                .statusCode(412);
        assertTags(article, 1, other);
        assertTags(article, 2, other);
        edit(article, Map.of("tags", List.of()));
        edit(article, Map.of("tags", List.of(old.id())));
        assertTags(article, 3);
        assertTags(article, 4, other);
    }

    @Test
    void a_revision_of_the_past_tells_what_was_and_is_restored_as_of_today() {
        var old = given.author("D. Graham");
        var other = given.author("Dani Graham");
        var article = given.article().by(old).draft();
        edit(article, Map.of("authors", List.of()));
        replace("/authors", old, other.id()).statusCode(200).body("articles", equalTo(0));
        given.editor()
                .get("/articles/" + article.id() + "/revisions/1")
                .then()
                .body("authors.id", contains(old.id()))
                .body("authors.name", contains("D. Graham"));
        given.editor()
                .contentType(JSON)
                .body(Map.of("restore", 1))
                .post("/articles/" + article.id() + "/revisions")
                .then()
                .statusCode(201)
                .body("authors.id", contains(other.id()));
    }

    @Test
    void what_had_both_has_the_one_and_both_again_when_it_is_undone() throws SQLException {
        var old = given.tag("Govt");
        var other = given.tag("Government");
        var third = given.tag("Money");
        var both = given.article().about(old, third, other).published();
        var one = given.article().about(old).published();
        var none = given.article().about(other).published();
        replace("/tags", old, other.id()).statusCode(200).body("articles", equalTo(2));
        assertTags(both, 1, third, other);
        edit(one, Map.of("title", "Since", "publication", Map.of()));
        edit(none, Map.of("title", "Since", "publication", Map.of()));

        undo("/tags", old).statusCode(204);
        assertTags(both, 1, old, third, other);
        assertTags(one, 1, old);
        assertTags(one, 2, old);
        assertTags(none, 2, other);
        given.reader().get("/tags/" + old.slug()).then().statusCode(200);
        given.reader().get("/articles?tag=" + old.slug()).then().body("data", hasSize(2));
        given.reader().get("/articles?tag=" + other.slug()).then().body("data", hasSize(2));
        given.editor()
                .get("/changes?filter=subject.id==" + old.id())
                .then()
                .body(
                        "data.act",
                        contains("tag.created", "tag.replaced", "tag.replacement-undone"));
        assertEquals(0, count("select count(*) from replaced_term"));
    }

    @Test
    void is_undone_for_thirty_days_and_the_last_first() throws SQLException {
        var first = given.tag("First");
        var second = given.tag("Second");
        var third = given.tag("Third");
        var article = given.article().about(first).published();
        replace("/tags", first, second.id()).statusCode(200);
        replace("/tags", second, third.id()).statusCode(200);
        assertTags(article, 1, third);
        given.reader()
                .get("/tags/" + first.slug())
                .then()
                .statusCode(308)
                .header("Location", endsWith("/tags/" + third.slug()));
        undo("/tags", first).statusCode(409).body("code", equalTo("not-replaced"));
        undo("/tags", second).statusCode(204);
        undo("/tags", first).statusCode(204);
        assertTags(article, 1, first);

        replace("/tags", first, second.id()).statusCode(200);
        execute(
                "update tag set replaced_at = replaced_at - interval '31 days' where replaced_by is not null");
        undo("/tags", first).statusCode(409).body("code", equalTo("not-replaced"));
    }

    private void assertTags(Made article, int revision, Made... tags) {
        given.editor()
                .get("/articles/" + article.id() + "/revisions/" + revision)
                .then()
                .body("tags.id", equalTo(List.of(tags).stream().map(Made::id).toList()));
    }

    private void edit(Made article, Map<String, ?> patch) {
        given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(patch)
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse replace(String path, Made old, String by) {
        return given.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(Map.of("id", by))
                .put(path + "/" + old.id() + "/replacement")
                .then();
    }

    private ValidatableResponse undo(String path, Made old) {
        return given.editor()
                .header("If-Match", "*")
                .delete(path + "/" + old.id() + "/replacement")
                .then();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
