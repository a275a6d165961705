package dev.byline.comment;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommentFilterTest {

    private final Given given = new Given();

    @Test
    void refuses_addresses_to_all_but_moderators() {
        filtered(given.reader(), "email==a@example.org")
                .statusCode(401)
                .body("detail", equalTo("email is for moderators: send a token."));
        filtered(given.moderator(), "email==a@example.org").statusCode(200);
    }

    @Test
    void refuses_what_is_no_comments_field() {
        filtered(given.reader(), "nam==x")
                .statusCode(400)
                .body("code", equalTo("unknown-field"))
                .body("errors[0].position", equalTo(0));
    }

    /// What was removed and has replies stands in its place without its words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name==Hidden",
                "name==H*",
                "name>A",
                "name=in=(Hidden,x)",
                "name=null=false",
                "status==rejected",
                "status==approved;replyCount>0",
                "editedAt=null=false"
            })
    void tells_readers_nothing_of_what_they_cannot_read(String filter) {
        var removed = removedWithReply();
        filtered(given.reader(), filter + ";id==" + removed).body("data", empty());
    }

    @Test
    void shows_readers_what_was_removed_as_deleted_and_moderators_as_it_is() {
        var removed = removedWithReply();
        filtered(given.reader(), "status==deleted").body("data.id", contains(removed));
        filtered(given.reader(), "status!=approved").body("data.id", contains(removed));
        filtered(given.reader(), "name=null=true").body("data.id", contains(removed));
        filtered(given.reader(), "name!=Hidden;status==deleted").body("data.id", contains(removed));
        filtered(given.moderator(), "name==Hidden;status==rejected;editedAt=null=false")
                .body("data.id", contains(removed));
        filtered(given.moderator(), "status==deleted").body("data", empty());
    }

    @Test
    void finds_held_comments_for_moderators_alone() {
        var article = given.article().published();
        var held = given.heldComment(article);
        var shown = given.approvedComment(article);
        var filter = "articleId==%s;parentId=null=true".formatted(article.id());
        filtered(given.moderator(), filter)
                .body("data.id", containsInAnyOrder(held.id(), shown.id()));
        filtered(given.reader(), filter).body("data.id", contains(shown.id()));
        filtered(given.reader(), "status==held").statusCode(200).body("data", empty());
        filtered(given.moderator(), "status==held;replyCount==0")
                .body("data.id", contains(held.id()));
        given.reader()
                .queryParam("filter", "id==" + shown.id())
                .get("/articles/" + article.id() + "/comments?count=exact")
                .then()
                .body("page.total", equalTo(1));
    }

    private String removedWithReply() {
        var article = given.article().published();
        var removed = given.approvedComment(article);
        patch(removed.id(), Map.of("name", "Hidden"));
        given.editor()
                .contentType(JSON)
                .body(Map.of("body", "Reply", "parentId", removed.id()))
                .post("/articles/{id}/comments", article.id())
                .then()
                .statusCode(201);
        patch(removed.id(), Map.of("status", "rejected"));
        return removed.id();
    }

    private void patch(String id, Map<String, ?> changes) {
        given.moderator()
                .contentType(JSON)
                .body(changes)
                .patch("/comments/{id}", id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse filtered(RequestSpecification caller, String filter) {
        return caller.queryParam("filter", filter).get("/comments").then();
    }
}
