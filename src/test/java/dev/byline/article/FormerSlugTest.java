package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FormerSlugTest {

    private final Given given = new Given();

    @Test
    void leads_to_the_present_one_through_any_number_of_renames() {
        var article = given.article().with("slug", "one").published();
        rename(article, "two");
        rename(article, "three");
        assertMoved("/articles/one", "/api/v1/articles/three");
        assertMoved("/articles/two", "/api/v1/articles/three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?fields=title&include=authors",
                "/comments?limit=5",
            })
    void leads_to_the_same_place_of_the_article(String place) {
        var article = given.article().with("slug", "one").published();
        rename(article, "two");
        assertMoved("/articles/one" + place, "/api/v1/articles/two" + place);
    }

    @Test
    void leads_an_editors_write_as_well() {
        var article = given.article().with("slug", "one").draft();
        rename(article, "two");
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Two"))
                .patch("/articles/one")
                .then()
                .statusCode(308)
                .header("Location", "/api/v1/articles/two");
    }

    @Test
    void is_the_articles_again_when_it_takes_it_back() {
        var article = given.article().with("slug", "one").published();
        rename(article, "two");
        rename(article, "one");
        given.reader().get("/articles/one").then().statusCode(200);
        assertMoved("/articles/two", "/api/v1/articles/one");
    }

    @Test
    void can_be_taken_by_another_article_which_then_is_what_it_names() {
        var article = given.article().with("slug", "one").published();
        rename(article, "two");
        var other = given.article().with("slug", "one").published();
        given.reader().get("/articles/one").then().statusCode(200).body("id", equalTo(other.id()));
    }

    @Test
    void leads_to_the_article_that_bore_it_last() {
        for (var name : List.of("first", "second", "third")) {
            var bearer = given.article().with("slug", "one").published();
            rename(bearer, name);
        }
        assertMoved("/articles/one", "/api/v1/articles/third");
    }

    @Test
    void leads_a_reader_past_what_readers_cannot_see() {
        rename(given.article().with("slug", "one").published(), "seen");
        rename(given.article().with("slug", "one").draft(), "hidden");
        given.article().with("slug", "one").draft();
        assertMoved("/articles/one", "/api/v1/articles/seen");
    }

    @Test
    void comes_with_an_article_from_elsewhere() {
        given.article().with("slug", "new").with("formerSlugs", List.of("old")).published();
        assertMoved("/articles/old", "/api/v1/articles/new");
    }

    private void assertMoved(String from, String to) {
        given.reader().get(from).then().statusCode(308).header("Location", to);
    }

    private void rename(Made article, String slug) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("slug", slug))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug));
    }

    @Test
    void a_slug_is_one_in_every_form_of_unicode() {
        var given = new Given();
        var nfc = "caf\u00E9";
        var nfd = "cafe\u0301";
        post(given, "/authors", Map.of("name", "A", "slug", nfd)).body("slug", equalTo(nfc));
        post(given, "/tags", Map.of("name", "T", "slug", nfd)).body("slug", equalTo(nfc));
        var article =
                Map.of(
                        "title",
                        "Caf\u00E9",
                        "body",
                        "Text",
                        "slug",
                        nfd,
                        "authors",
                        List.of(nfd),
                        "tags",
                        List.of(nfd),
                        "publication",
                        Map.of());
        post(given, "/articles", article).body("slug", equalTo(nfc));
        for (var query :
                List.of(
                        "author=",
                        "tag=",
                        "filter=slug==",
                        "filter=tags.slug==",
                        "filter=slug=in=")) {
            given.reader()
                    .get("/articles?" + query + nfd)
                    .then()
                    .statusCode(200)
                    .body("data.slug", contains(nfc));
        }
        given.reader()
                .get("/tags?filter=slug==cafe\u0301*")
                .then()
                .body("data.slug", contains(nfc));
        for (var path : List.of("/articles/", "/tags/", "/authors/")) {
            given.reader()
                    .redirects()
                    .follow(false)
                    .get(path + nfd + (path.equals("/articles/") ? "?fields=title" : ""))
                    .then()
                    .statusCode(308)
                    .header("Location", containsString(path + "caf%C3%A9"));
        }
        given.editor()
                .redirects()
                .follow(false)
                .header("If-Match", "*")
                .delete("/articles/" + nfd + "/publication")
                .then()
                .statusCode(308);
    }

    @Test
    void a_language_is_one_in_every_case() {
        var given = new Given();
        var article = Map.of("title", "Tag", "body", "Text", "publication", Map.of());
        var written = new java.util.HashMap<String, Object>(article);
        for (var language : List.of("ZH-hant-tw", "zh-Hant-TW", "EN-A-BB-x-GB")) {
            written.put("language", language);
            post(given, "/articles", written)
                    .body(
                            "language",
                            equalTo(language.startsWith("EN") ? "en-a-bb-x-gb" : "zh-Hant-TW"));
        }
        for (var query : List.of("language=", "filter=language==", "filter=language=in=")) {
            given.reader()
                    .get("/articles?" + query + "zh-HANT-tw")
                    .then()
                    .body("data.language", contains("zh-Hant-TW", "zh-Hant-TW"));
        }
        for (var language :
                List.of(
                        "en" + "-a".repeat(2_000),
                        "e",
                        "en_GB",
                        "en-",
                        "en-a",
                        "en-x",
                        "en-a-b-cd",
                        "en\n",
                        "x".repeat(36))) {
            written.put("language", language);
            given.editor()
                    .contentType(JSON)
                    .body(written)
                    .post("/articles")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/language"));
        }
    }

    private static ValidatableResponse post(Given given, String path, Map<String, ?> body) {
        return given.editor().contentType(JSON).body(body).post(path).then().statusCode(201);
    }
}
