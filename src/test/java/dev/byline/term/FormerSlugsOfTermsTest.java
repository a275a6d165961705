package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Former slugs of authors and tags, as articles have them.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FormerSlugsOfTermsTest {
    @Inject DataSource database;

    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void that_are_none_are_refused(String things) {
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("name", "A", "formerSlugs", List.of("a", "B")))
                .post(things)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/formerSlugs/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void lead_to_the_present_one_through_any_number_of_renames(String things) {
        var term = make(things, "one");
        rename(things, term, "two");
        rename(things, term, "three");
        assertMoved(things + "/one?fields=name", things + "/three?fields=name");
        assertMoved(things + "/two", things + "/three");
        for (var reader : List.of(given.reader(), given.reader().header("If-None-Match", "*"))) {
            reader.redirects()
                    .follow(false)
                    .head(things + "/one")
                    .then()
                    .statusCode(308)
                    .header("Location", "/api/v1" + things + "/three");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void lead_an_editors_write_as_well(String things) {
        rename(things, make(things, "one"), "two");
        var body = Map.of("name", "Two");
        var to = "/api/v1" + things + "/two";
        given.editor()
                .contentType(JSON)
                .body(body)
                .patch(things + "/one")
                .then()
                .statusCode(308)
                .header("Location", to);
        given.editor()
                .contentType(JSON)
                .body(body)
                .header("If-Match", "*")
                .put(things + "/one")
                .then()
                .statusCode(308)
                .header("Location", to);
        given.editor()
                .header("If-Match", "*")
                .delete(things + "/one")
                .then()
                .statusCode(308)
                .header("Location", to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void are_its_own_again_when_it_takes_them_back(String things) {
        var term = make(things, "one");
        rename(things, term, "two");
        rename(things, term, "one");
        given.reader().get(things + "/one").then().statusCode(200);
        assertMoved(things + "/two", things + "/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void can_be_taken_by_another_and_lead_to_the_one_that_bore_them_last(String things) {
        rename(things, make(things, "one"), "first");
        rename(things, make(things, "one"), "second");
        assertMoved(things + "/one", things + "/second");
        var third = make(things, "one");
        given.reader().get(things + "/one").then().statusCode(200).body("id", equalTo(third.id()));
        given.editor()
                .header("If-Match", "*")
                .delete(things + "/" + third.id())
                .then()
                .statusCode(204);
        assertMoved(things + "/one", things + "/second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void are_taken_by_who_names_them_alone(String things) {
        rename(things, make(things, "one"), "two");
        given.editor()
                .contentType(JSON)
                .body(Map.of("name", "One"))
                .post(things)
                .then()
                .statusCode(201)
                .body("slug", equalTo("one-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void come_with_one_from_elsewhere_or_later(String things) {
        var term = make(things, Map.of("name", "New", "formerSlugs", List.of("old", "cafe\u0301")));
        assertMoved(things + "/old", things + "/new");
        assertMoved(things + "/caf\u00e9", things + "/new");
        patch(things, term, Map.of("formerSlugs", List.of("older", "new")))
                .header("ETag", not(equalTo(term.etag())));
        assertMoved(things + "/older", things + "/new");
        assertMoved(things + "/old", things + "/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void make_no_new_version_where_they_are_known(String things) {
        var term = make(things, Map.of("name", "New", "formerSlugs", List.of("old")));
        patch(things, term, Map.of("formerSlugs", List.of("old", "new")))
                .header("ETag", equalTo(term.etag()));
    }

    @ParameterizedTest
    @CsvSource({"authors", "tags"})
    void are_taken_for_the_present_one_in_an_article(String relation) {
        var things = "/" + relation;
        var term = make(things, "one");
        rename(things, term, "two");
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "A", "body", "B", relation, List.of("one")))
                .post("/articles")
                .then()
                .statusCode(201)
                .body(relation + ".id", contains(term.id()));
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("title", "A", "body", "B", relation, List.of("one", "two", "three")))
                .post("/articles")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/%s/1".formatted(relation), "/%s/2".formatted(relation)));
    }

    @ParameterizedTest
    @CsvSource({"/authors, author", "/tags, tag"})
    void are_entries_of_the_change_log(String things, String noun) throws SQLException {
        var term = make(things, "one");
        patch(things, term, Map.of("slug", "two"));
        patch(things, term, Map.of("formerSlugs", List.of("zero")));
        patch(things, term, Map.of("slug", "three", "name", "Three"));
        patch(things, term, Map.of("formerSlugs", List.of("one", "two")));
        assertEquals(
                List.of("created", "renamed", "former-slugs-added", "renamed", "changed"),
                acts().stream().map(act -> act.substring(noun.length() + 1)).toList());
    }

    private List<String> acts() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select act from change order by id")) {
            var acts = new ArrayList<String>();
            while (rows.next()) {
                acts.add(rows.getString(1));
            }
            return acts;
        }
    }

    private Made make(String things, String slug) {
        return make(things, Map.of("name", "Named " + slug, "slug", slug));
    }

    private Made make(String things, Map<String, ?> term) {
        return given.term(things, term);
    }

    private void rename(String things, Made term, String slug) {
        patch(things, term, Map.of("slug", slug)).body("slug", equalTo(slug));
    }

    private ValidatableResponse patch(String things, Made term, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .body(changes)
                .patch(things + "/" + term.id())
                .then()
                .statusCode(200);
    }

    private void assertMoved(String from, String to) {
        given.reader()
                .redirects()
                .follow(false)
                .get(from)
                .then()
                .statusCode(308)
                .header("Location", "/api/v1" + to);
    }
}
