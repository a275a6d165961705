package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ArticleResourceTest {

    private static final Map<String, Object> STORY = Map.of("title", "A night", "body", "Text");

    private final Given given = new Given();

    @Nested
    class Refuses {

        @Test
        void a_reader_who_writes() {
            given.reader()
                    .contentType(JSON)
                    .body(STORY)
                    .post("/articles")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }

        @Test
        void a_moderator_who_writes() {
            given.moderator()
                    .contentType(JSON)
                    .body(STORY)
                    .post("/articles")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }

        @Test
        void an_unknown_author_and_says_which_of_them() {
            var author = given.author();
            post(with("authors", List.of(author.slug(), "nobody")))
                    .statusCode(422)
                    .body("errors.pointer", contains("/authors/1"))
                    .body("errors.code", contains("unknown-author"));
        }

        @Test
        void an_unknown_tag() {
            post(with("tags", List.of(UUID.randomUUID())))
                    .statusCode(422)
                    .body("errors.pointer", contains("/tags/0"))
                    .body("errors.code", contains("unknown-tag"));
        }

        @Test
        void the_same_author_twice_once_by_id_and_once_by_slug() {
            var author = given.author();
            post(with("authors", List.of(author.id(), author.slug())))
                    .statusCode(422)
                    .body("errors.pointer", contains("/authors/1"))
                    .body("errors.code", contains("twice"));
        }

        @Test
        void a_slug_that_is_taken() {
            var taken = given.article().draft();
            post(with("slug", taken.slug())).statusCode(409).body("code", equalTo("slug-taken"));
        }

        @Test
        void an_end_of_publication_before_its_beginning_and_makes_no_article() {
            var plan = Map.of("from", "2026-01-02T00:00:00Z", "until", "2026-01-01T00:00:00Z");
            post(with("publication", plan)).statusCode(422);
            given.editor().get("/articles").then().body("data", equalTo(List.of()));
        }

        @ParameterizedTest
        @CsvSource({"PUT", "DELETE"})
        void to_overwrite_without_a_condition(String method) {
            var article = given.article().draft();
            var request = given.editor();
            if (method.equals("PUT")) {
                request.contentType(JSON).body(STORY);
            }
            request.request(method, "/articles/{article}", article.id())
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("precondition-required"));
        }

        @ParameterizedTest
        @CsvSource({"PUT", "PATCH"})
        void a_stale_condition_and_tells_the_one_to_use(String method) {
            var article = given.article().draft();
            write("PUT", article.id(), article.etag(), STORY).statusCode(200);
            var current =
                    write(method, article.id(), article.etag(), STORY)
                            .statusCode(412)
                            .body("code", equalTo("precondition-failed"))
                            .extract()
                            .<String>path("current");
            write(method, article.id(), current, STORY).statusCode(200);
        }

        @Test
        void a_weak_tag_as_condition() {
            var article = given.article().draft();
            write("PUT", article.id(), "W/" + article.etag(), STORY).statusCode(412);
        }

        @Test
        void a_condition_on_what_does_not_exist() {
            write("PUT", UUID.randomUUID().toString(), "\"1.x\"", STORY).statusCode(412);
        }

        @Test
        void to_create_under_a_slug() {
            write("PUT", "a-night", "*", STORY).statusCode(404).body("code", equalTo("not-found"));
        }

        @Test
        void to_create_under_a_slug_that_nothing_has() {
            given.editor()
                    .header("If-None-Match", "*")
                    .contentType(JSON)
                    .body(STORY)
                    .put("/articles/a-night")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }

        @Test
        void to_create_under_a_slug_that_something_has() {
            var article = given.article().draft();
            given.editor()
                    .header("If-None-Match", "*")
                    .contentType(JSON)
                    .body(STORY)
                    .put("/articles/{article}", article.slug())
                    .then()
                    .statusCode(412);
        }

        @Test
        void to_create_what_exists() {
            var article = given.article().draft();
            given.editor()
                    .header("If-None-Match", "*")
                    .contentType(JSON)
                    .body(STORY)
                    .put("/articles/{article}", article.id())
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("precondition-failed"));
        }

        @Test
        void a_patch_that_takes_away_the_title() {
            var article = given.article().draft();
            write("PATCH", article.id(), "*", "{\"title\": null}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/title"));
        }
    }

    @Nested
    class Creates {

        @Test
        void a_draft_that_no_reader_sees() {
            var location =
                    post(STORY)
                            .statusCode(201)
                            .header("ETag", notNullValue())
                            .header("Cache-Control", "private, no-store")
                            .body("status", equalTo("draft"))
                            .body("revision", equalTo(1))
                            .body("publishedAt", nullValue())
                            .extract()
                            .header("Location");
            given.editor().basePath("").get(location).then().statusCode(200);
            given.reader().basePath("").get(location).then().statusCode(404);
        }

        @Test
        void and_publishes_in_the_same_breath() {
            var answer = post(with("publication", Map.of())).statusCode(201).extract().jsonPath();
            given.reader()
                    .get("/articles/{article}", answer.getString("slug"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("published"))
                    .body("publishedAt", equalTo(answer.getString("publishedAt")))
                    .body("updatedAt", equalTo(answer.getString("publishedAt")));
        }

        @Test
        void a_slug_from_the_title_with_a_number_where_it_is_taken() {
            post(STORY).body("slug", equalTo("a-night"));
            post(STORY).body("slug", equalTo("a-night-2"));
            post(STORY).body("slug", equalTo("a-night-3"));
        }

        @Test
        void under_an_id_of_the_clients_choosing() {
            var id = UUID.randomUUID().toString();
            given.editor()
                    .contentType(JSON)
                    .body(STORY)
                    .put("/articles/{article}", id)
                    .then()
                    .statusCode(201)
                    .header("Location", "/api/v1/articles/" + id)
                    .body("id", equalTo(id));
        }

        @Test
        void with_the_byline_in_its_order() {
            var ann = given.author("Ann");
            var bob = given.author("Bob");
            post(with("authors", List.of(bob.slug(), ann.id())))
                    .body("authors.name", contains("Bob", "Ann"));
        }
    }

    private ValidatableResponse post(Map<String, ?> article) {
        return given.editor().contentType(JSON).body(article).post("/articles").then();
    }

    private ValidatableResponse write(String method, String article, String ifMatch, Object body) {
        return given.editor()
                .header("If-Match", ifMatch)
                .contentType(JSON)
                .body(body)
                .request(method, "/articles/{article}", article)
                .then();
    }

    private static Map<String, Object> with(String property, Object value) {
        var story = new java.util.HashMap<>(STORY);
        story.put(property, value);
        return story;
    }
}
