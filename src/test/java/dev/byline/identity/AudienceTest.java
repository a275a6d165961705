package dev.byline.identity;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AudienceTest {
    private final Given given = new Given();

    @Test
    void a_moderator_is_shown_and_may_ask_for_nothing_of_drafts() {
        var moderator = Role.MODERATOR;
        var draft = given.article().draft();
        given.as(moderator).get("/articles/{id}", draft.id()).then().statusCode(404);
        given.as(moderator).get("/articles?fields=savedBy").then().statusCode(403);
        given.as(moderator).get("/articles?view=newest").then().statusCode(403);
        var article = given.article().published();
        given.as(moderator)
                .get("/articles/{id}", article.id())
                .then()
                .statusCode(200)
                .body("$", not(hasKey("savedBy")));
    }

    @Test
    void a_viewer_is_shown_drafts_and_no_address_of_a_reader() {
        var viewer = Role.VIEWER;
        given.as(viewer)
                .get("/articles/{id}", given.article().draft().id())
                .then()
                .statusCode(200)
                .body("savedBy.name", equalTo(editor()));
        var article = given.article().published();
        String comment =
                given.reader()
                        .contentType(JSON)
                        .body(Map.of("name", "R", "email", "r@example.org", "body", "Well put."))
                        .post("/articles/{id}/comments", article.id())
                        .path("id");
        String own =
                given.as(viewer)
                        .contentType(JSON)
                        .body(Map.of("body", "Mine."))
                        .post("/articles/{id}/comments", article.id())
                        .path("id");
        given.as(viewer).get("/comments/{id}", own).then().statusCode(404);
        given.as(viewer).get("/comments/{id}", comment).then().statusCode(404);
        given.as(viewer).get("/comments?status=held").then().statusCode(403);
        given.as(viewer).get("/comments?filter=email==r@example.org").then().statusCode(403);
        given.moderator()
                .contentType(JSON)
                .body(Map.of("status", "approved"))
                .patch("/comments/{id}", comment);
        given.as(viewer)
                .get("/comments/{id}", comment)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("email")));
    }

    private String editor() {
        return given.editor().get("/who").path("name");
    }

    @Test
    void what_is_within_is_for_the_narrower_of_both() {
        assertEquals(Audience.NEWSROOM, Audience.EVERYONE.within(Audience.NEWSROOM));
        assertEquals(Audience.NEWSROOM, Audience.NEWSROOM.within(Audience.EVERYONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> Audience.MODERATORS.within(Audience.NEWSROOM));
    }
}
