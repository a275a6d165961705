package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.identity.Role;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who writes their own up to where readers would get it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@Tag("dialect")
class ContributorTest {
    private static final Map<String, ?> NIGHT = Map.of("title", "A night", "body", "Late.");

    private final Given given = new Given();
    private Made author;
    private String token;

    @BeforeEach
    void begin() {
        author = given.author();
        token = given.token(Role.CONTRIBUTOR, author.id());
    }

    private RequestSpecification contributor() {
        return given.with(token).header("If-Match", "*").contentType(JSON);
    }

    private String own() {
        return contributor()
                .body(NIGHT)
                .post("/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String anothersWithMe() {
        return given.article().by(author).draft().id();
    }

    private ValidatableResponse patch(String article, String property, Object value) {
        return contributor().body(Map.of(property, value)).patch("/articles/{id}", article).then();
    }

    private void publish(String article) {
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(Map.of())
                .put("/articles/{id}/publication", article)
                .then()
                .statusCode(200);
    }

    private static void forbidden(ValidatableResponse response, String detail) {
        response.statusCode(403)
                .body("code", equalTo("forbidden"))
                .body("detail", containsString(detail));
    }

    @Test
    void reads_every_draft_and_changes_none_of_others() {
        var anothers = given.article().draft().id();
        contributor().get("/articles/{id}", anothers).then().statusCode(200);
        contributor().get("/articles/{id}/revisions", anothers).then().statusCode(200);
        forbidden(patch(anothers, "title", "Mine"), "neither made it");
        forbidden(
                contributor().body(NIGHT).put("/articles/{id}", anothers).then(),
                "neither made it");
        forbidden(contributor().delete("/articles/{id}", anothers).then(), "neither made it");
    }

    @Test
    void stands_in_the_byline_of_what_they_make() {
        contributor()
                .body(Map.of("title", "A", "body", "b", "authors", List.of(given.author().id())))
                .post("/articles")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/authors"))
                .body("errors.code", contains("not-in-byline"));
        contributor()
                .body(NIGHT)
                .post("/articles")
                .then()
                .statusCode(201)
                .body("authors.id", contains(author.id()));
        var other = given.author().id();
        contributor()
                .body(Map.of("title", "A", "body", "b", "authors", List.of(other, author.slug())))
                .post("/articles")
                .then()
                .statusCode(201)
                .body("authors.id", contains(other, author.id()));
    }

    @Test
    void makes_articles_under_ids_of_their_choosing_too() {
        given.with(token)
                .contentType(JSON)
                .body(NIGHT)
                .put("/articles/{id}", UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("authors.id", contains(author.id()));
    }

    @Test
    void changes_what_they_made_and_what_they_stand_in_the_byline_of() {
        for (var article : List.of(own(), anothersWithMe())) {
            patch(article, "title", "Another night").statusCode(200);
            patch(article, "slug", "night-" + article).statusCode(200);
            contributor()
                    .body(Map.of("restore", 1))
                    .post("/articles/{id}/revisions", article)
                    .then()
                    .statusCode(201);
            contributor().delete("/articles/{id}", article).then().statusCode(204);
            contributor().delete("/articles/{id}/trash", article).then().statusCode(204);
        }
    }

    @Test
    void takes_themselves_out_of_the_byline_of_what_they_made_alone() {
        forbidden(patch(anothersWithMe(), "authors", List.of()), "out of its byline");
        patch(own(), "authors", List.of()).statusCode(200).body("authors", empty());
    }

    @Test
    void publishes_nothing() {
        var article = own();
        forbidden(patch(article, "publication", Map.of()), "articles:publish");
        contributor()
                .body(Map.of())
                .put("/articles/{id}/publication", article)
                .then()
                .statusCode(403);
        contributor()
                .body(Map.of("title", "A", "body", "b", "publication", Map.of()))
                .post("/articles")
                .then()
                .statusCode(403);
        publish(article);
        contributor().delete("/articles/{id}/publication", article).then().statusCode(403);
        forbidden(patch(article, "publication", Map.of()), "articles:publish");
    }

    @Test
    void changes_nothing_at_once_that_readers_get() {
        var article = own();
        publish(article);
        forbidden(patch(article, "slug", "other-" + article), "its slug needs articles:publish");
        forbidden(patch(article, "formerSlugs", List.of("f-" + article)), "formerSlugs");
        forbidden(patch(article, "commentsOpen", false), "commentsOpen");
        forbidden(contributor().delete("/articles/{id}", article).then(), "trash");
        patch(article, "title", "Another night").statusCode(200).body("revision", equalTo(2));
        given.reader().get("/articles/{id}", article).then().body("title", equalTo("A night"));
        given.editor().header("If-Match", "*").delete("/articles/{id}", article);
        forbidden(contributor().delete("/articles/{id}/trash", article).then(), "trash");
    }

    @Test
    void changes_nothing_of_what_readers_will_get_either() {
        var article = given.article().by(author).scheduled().id();
        forbidden(patch(article, "slug", "other-" + article), "its slug");
        forbidden(contributor().delete("/articles/{id}", article).then(), "trash");
        patch(article, "title", "Another night").statusCode(200);
    }

    @Test
    void may_do_with_what_was_withdrawn_as_with_a_draft() {
        var article = own();
        publish(article);
        given.editor().header("If-Match", "*").delete("/articles/{id}/publication", article);
        patch(article, "slug", "other-" + article).statusCode(200);
        contributor().delete("/articles/{id}", article).then().statusCode(204);
    }

    @Test
    void writes_as_the_author_who_replaced_theirs_until_that_is_undone() {
        var other = given.author();
        var replacement = "/authors/" + author.id() + "/replacement";
        given.editor()
                .header("If-Match", "*")
                .contentType(JSON)
                .body(Map.of("id", other.id()))
                .put(replacement)
                .then()
                .statusCode(200);
        byline(own(), other);
        patch(given.article().by(other).draft().id(), "title", "Ours").statusCode(200);
        given.editor().header("If-Match", "*").delete(replacement).then().statusCode(204);
        byline(own(), author);
    }

    private void byline(String article, Made writer) {
        given.editor()
                .get("/articles/{id}", article)
                .then()
                .body("authors.id", contains(writer.id()));
    }
}
