package dev.byline.term;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Authors and tags for editors alone. (That readers find them nowhere is for `LeakTest` too.)
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class InternalTermsTest {
    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void are_told_from_others_to_editors_alone(String things) {
        var term = internal(things, "Secret");
        for (var query : List.of("fields=internal", "fields=name,internal")) {
            given.reader().get(things + "?" + query).then().statusCode(401);
            given.moderator().get(things + "?" + query).then().statusCode(403);
        }
        given.reader().get(things + "?filter=internal==true").then().statusCode(401);
        given.moderator().get(things + "?filter=internal==true").then().statusCode(403);
        make(things, Map.of("name", "Open"));
        given.reader().get(things + "/open").then().body("$", not(hasKey("internal")));
        given.editor()
                .get(things + "?filter=internal==true")
                .then()
                .body("data.id", contains(term.id()))
                .body("data.internal", contains(true));
        given.editor().get(things + "/open").then().body("internal", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void are_not_there_for_readers(String things) {
        var term =
                make(
                        things,
                        Map.of("name", "Secret", "internal", true, "formerSlugs", List.of("old")));
        for (var name : List.of(term.id(), "secret", "old")) {
            given.reader().get(things + "/" + name).then().statusCode(404);
            given.moderator().get(things + "/" + name).then().statusCode(404);
        }
        given.reader()
                .get(things + "?count=exact")
                .then()
                .body("data", empty())
                .body("page.total", equalTo(0));
        given.reader().get("/search?q=secret").then().body(things.substring(1), empty());
        given.editor().get(things + "/secret").then().body("internal", equalTo(true));
        given.editor()
                .get("/search?q=secret")
                .then()
                .body(things.substring(1) + ".id", contains(term.id()));
    }

    @ParameterizedTest
    @CsvSource({"/authors, authors, author", "/tags, tags, tag"})
    void are_left_out_of_what_readers_get_of_articles(String things, String relation, String noun) {
        var hidden = internal(things, "Secret");
        var open = make(things, Map.of("name", "Open"));
        var article = given.article().with(relation, List.of(hidden.id(), open.id())).published();
        var other = given.article().with(relation, List.of(hidden.id())).published();
        var path = "/articles/" + article.id();
        for (var query : List.of("?fields=" + relation, "?include=" + relation)) {
            given.reader()
                    .get(path + query)
                    .then()
                    .body(relation + ".id", contains(open.id()))
                    .header("Surrogate-Key", not(containsString(hidden.id())));
            given.reader()
                    .get("/articles" + query)
                    .then()
                    .body(
                            "data.find { it.%s }.%s.id".formatted(relation, relation),
                            contains(open.id()))
                    .header("Surrogate-Key", not(containsString(hidden.id())));
            given.editor()
                    .get(path + query)
                    .then()
                    .body(relation + ".id", contains(hidden.id(), open.id()))
                    .body(relation + ".internal", contains(true, false));
        }
        given.reader()
                .get("/articles?facets=" + relation)
                .then()
                .body("facets.%s.values.value".formatted(relation), contains("open"))
                .body("facets.%s.more".formatted(relation), equalTo(0));
        given.reader().get(path + "?include=related").then().body("related", empty());
        for (var filter :
                List.of(
                        ".slug==secret",
                        ".name==S*",
                        ".id==" + hidden.id(),
                        ".slug=in=(secret,x)")) {
            var address = "/articles?filter=" + relation + filter;
            given.reader().get(address).then().body("data", empty());
            given.editor().get(address).then().body("data.size()", equalTo(2));
        }
        given.reader()
                .get("/articles?filter=%s.id=null=true".formatted(relation))
                .then()
                .body("data.id", contains(other.id()));
    }

    @ParameterizedTest
    @CsvSource({"/authors, author", "/tags, tag"})
    void are_as_unknown_in_a_parameter_as_what_is_not_there(String things, String noun) {
        make(things, Map.of("name", "Secrecy"));
        var before = refusal(noun, "secret");
        var misspelt = refusal(noun, "secert-thing");
        var hidden = internal(things, "Secret");
        internal(things, "Secret thing");
        given.article().with(noun + "s", List.of(hidden.id())).published();
        assertEquals(before, refusal(noun, "secret"));
        assertEquals(misspelt, refusal(noun, "secert-thing"));
        var random = UUID.randomUUID().toString();
        assertEquals(
                refusal(noun, random).replace(random, ""),
                refusal(noun, hidden.id()).replace(hidden.id(), ""));
        given.editor()
                .get("/articles?" + noun + "=secret")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
    }

    private String refusal(String noun, String name) {
        return given.reader()
                .get("/articles?" + noun + "=" + name)
                .then()
                .statusCode(400)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @CsvSource({"/authors, author", "/tags, tag"})
    void take_no_address_from_one_that_bore_it(String things, String noun) {
        var open = make(things, Map.of("name", "Open", "slug", "one"));
        patch(things, open, Map.of("slug", "two"));
        make(things, Map.of("name", "Secret", "slug", "one", "internal", true));
        given.article().titled("Hers").with(noun + "s", List.of(open.id())).published();
        given.reader()
                .redirects()
                .follow(false)
                .get(things + "/one")
                .then()
                .statusCode(308)
                .header("Location", "/api/v1" + things + "/two");
        for (var query : List.of(noun + "=one", "filter=" + noun + "s.slug==one")) {
            given.reader().get("/articles?" + query).then().body("data.title", contains("Hers"));
            given.editor().get("/articles?" + query).then().body("data", empty());
        }
        given.reader().get(things + "?filter=slug==one").then().body("data.slug", contains("two"));
        given.editor().get(things + "?filter=slug==one").then().body("data.slug", contains("one"));
    }

    @ParameterizedTest
    @CsvSource({"/authors, authors, author", "/tags, tags, tag"})
    void come_and_go_at_once(String things, String relation, String noun) {
        var term = make(things, Map.of("name", "Changing"));
        var article = given.article().with(relation, List.of(term.id())).published();
        var next = given.article().with(relation, List.of(term.id())).published();
        for (var isInternal : List.of(false, true, false)) {
            patch(things, term, Map.of("internal", isInternal));
            // once from the database, and once from the cache
            for (var turn = 0; turn < 2; turn++) {
                var shown = isInternal ? List.of() : List.of(term.id());
                read("/articles/" + article.id()).body(relation + ".id", equalTo(shown));
                read("/articles/" + article.id() + "?fields=title&include=related")
                        .body("related.id", equalTo(isInternal ? List.of() : List.of(next.id())));
                read("/articles?limit=1").body("data[0]." + relation + ".id", equalTo(shown));
                read("/articles?facets=" + relation)
                        .body("facets.%s.values.size()".formatted(relation), equalTo(shown.size()));
                read("/articles?filter=%s.slug==changing".formatted(relation))
                        .body("data.size()", equalTo(isInternal ? 0 : 2));
                read(things).body("data.id", equalTo(shown));
                read("/search?q=changing").body(relation + ".id", equalTo(shown));
                given.reader()
                        .get("/articles?" + noun + "=changing")
                        .then()
                        .statusCode(isInternal ? 400 : 200);
                given.reader().get(things + "/changing").then().statusCode(isInternal ? 404 : 200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authors", "/tags"})
    void stay_so_until_somebody_says_otherwise(String things) {
        var term = internal(things, "Secret");
        given.editor()
                .contentType(JSON)
                .header("If-Match", term.etag())
                .body(Map.of("name", "Another"))
                .put(things + "/" + term.id())
                .then()
                .statusCode(200)
                .body("internal", equalTo(true));
        patch(things, term, Map.of("name", "A third")).body("internal", equalTo(true));
        given.reader().get(things + "/" + term.id()).then().statusCode(404);
        patch(things, term, Map.of("internal", false)).body("internal", equalTo(false));
        given.reader().get(things + "/" + term.id()).then().statusCode(200);
        given.editor()
                .get(
                        things
                                + "?filter=changes.act==%s.made-public"
                                        .formatted(things.substring(1, things.length() - 1)))
                .then()
                .body("data.id", hasItem(term.id()));
    }

    @Test
    void are_written_as_true_or_false() {
        given.editor()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("name", "A", "internal", "yes"))
                .post("/tags")
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong-type"));
    }

    private ValidatableResponse read(String address) {
        return given.reader().get(address).then().statusCode(200);
    }

    private Made internal(String things, String name) {
        return make(things, Map.of("name", name, "internal", true));
    }

    private Made make(String things, Map<String, ?> term) {
        return given.term(things, term);
    }

    private ValidatableResponse patch(String things, Made term, Map<String, ?> changes) {
        return given.editor()
                .contentType(JSON)
                .body(changes)
                .patch(things + "/" + term.id())
                .then()
                .statusCode(200);
    }
}
