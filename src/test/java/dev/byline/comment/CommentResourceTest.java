package dev.byline.comment;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.support.Given;
import dev.byline.support.Made;
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
class CommentResourceTest {
    private final Given given = new Given();

    @Test
    void a_guests_comment_is_held_and_seen_by_moderators_alone() {
        var article = given.article().published();
        var comment = given.heldComment(article);

        given.reader().get("/comments/" + comment.id()).then().statusCode(404);
        given.reader().get("/comments?count=exact").then().body("data", empty());
        given.reader().get("/comments?count=exact").then().body("page.total", is(0));
        given.reader().get(commentsOf(article)).then().body("data", empty());
        read(article).body("commentCount", is(0));
        given.moderator()
                .get("/comments?status=held&count=exact")
                .then()
                .body("data.id", contains(comment.id()))
                .body("page.total", is(1));
    }

    @Test
    void a_moderator_approves() {
        var article = given.article().published();
        var comment = given.heldComment(article);

        moderate(comment, "approved").statusCode(200).body("status", equalTo("approved"));

        given.reader().get("/comments/" + comment.id()).then().statusCode(200);
        given.reader().get(commentsOf(article)).then().body("data.id", contains(comment.id()));
        read(article).body("commentCount", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"held", "rejected", "spam", "deleted"})
    void what_was_approved_disappears_again(String status) {
        var article = given.article().published();
        var comment = given.approvedComment(article);

        moderate(comment, status).statusCode(200);

        given.reader().get("/comments/" + comment.id()).then().statusCode(404);
        read(article).body("commentCount", is(0));
    }

    @Test
    void nobody_but_moderators_moderates() {
        var comment = given.heldComment(given.article().published());
        given.reader()
                .noFilters()
                .contentType(JSON)
                .body(Map.of("status", "approved"))
                .patch("/comments/" + comment.id())
                .then()
                .statusCode(401);
        given.reader().noFilters().delete("/comments/" + comment.id()).then().statusCode(401);
    }

    @Test
    void a_comment_with_a_token_is_approved_at_once_and_bears_the_accounts_name() {
        var article = given.article().published();
        post(given.moderator(), article, Map.of("body", "Well put."))
                .statusCode(201)
                .body("status", equalTo("approved"))
                .body("name", not(nullValue()));
        read(article).body("commentCount", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader@example.org", "jörg@exämple.de", "用户@例子.公司"})
    void an_email_address_is_shown_to_moderators_alone(String email) {
        var article = given.article().published();
        var input = Map.of("name", "A", "email", email, "body", "Well put.");
        var id =
                post(given.reader(), article, input)
                        .statusCode(201)
                        .body("$", not(hasKey("email")))
                        .extract()
                        .<String>path("id");
        var comment = new Made(id, null, "*");
        moderate(comment, "approved").body("email", equalTo(email));

        given.reader().get("/comments/" + id).then().body("$", not(hasKey("email")));
        given.reader().get("/comments").then().body("data[0]", not(hasKey("email")));
        given.reader().get("/comments?fields=email").then().statusCode(401);
    }

    @Test
    void a_reply_is_counted_by_what_it_replies_to() {
        var article = given.article().published();
        var first = given.approvedComment(article);
        var reply = reply(article, first);

        read(first).body("replyCount", is(1));
        given.reader()
                .get(commentsOf(article) + "?parent=" + first.id())
                .then()
                .body("data.id", contains(reply.id()));
        given.reader()
                .get(commentsOf(article) + "?parent=none")
                .then()
                .body("data.id", contains(first.id()));
        read(article).body("commentCount", is(2));
    }

    @Test
    void a_deleted_comment_with_replies_stays_in_its_place_without_its_words() {
        var article = given.article().published();
        var first = given.approvedComment(article);
        var reply = reply(article, first);

        delete(first).statusCode(204);

        read(first)
                .body("status", equalTo("deleted"))
                .body("name", nullValue())
                .body("body", nullValue())
                .body("replyCount", is(1));
        read(article).body("commentCount", is(1));

        delete(reply).statusCode(204);

        given.reader().get("/comments/" + first.id()).then().statusCode(404);
        given.reader().get(commentsOf(article)).then().body("data", empty());
        read(article).body("commentCount", is(0));
    }

    @Test
    void the_last_visible_reply_takes_empty_places_up_the_thread_with_it() {
        var article = given.article().published();
        var first = given.approvedComment(article);
        var second = reply(article, first);
        var third = reply(article, second);
        delete(second);
        read(first).body("replyCount", is(1));

        delete(third);

        given.reader().get("/comments/" + second.id()).then().statusCode(404);
        read(first).body("replyCount", is(0));
    }

    @Test
    void deleting_erases_for_moderators_too_and_for_good() {
        var comment = given.approvedComment(given.article().published());
        delete(comment).statusCode(204);

        given.moderator()
                .get("/comments/" + comment.id())
                .then()
                .body("status", equalTo("deleted"))
                .body("body", nullValue())
                .body("name", nullValue());
        moderate(comment, "approved").statusCode(409).body("code", equalTo("deleted"));
    }

    @Test
    void a_reply_needs_an_approved_comment_of_the_same_article() {
        var article = given.article().published();
        var held = given.heldComment(article);
        var elsewhere = given.approvedComment(given.article().published());

        post(given.reader(), article, replying(held))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/parentId"));
        post(given.moderator(), article, replying(held))
                .statusCode(409)
                .body("code", equalTo("not-approved"));
        post(given.reader(), article, replying(elsewhere)).statusCode(422);
    }

    @Test
    void closed_comments_take_no_more_and_keep_what_there_is() {
        var article = given.article().published();
        var comment = given.approvedComment(article);
        given.editor()
                .contentType(JSON)
                .body(Map.of("commentsOpen", false))
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);

        post(given.reader(), article, Map.of("name", "A", "body", "Late."))
                .statusCode(409)
                .body("code", equalTo("comments-closed"));
        read(comment).body("status", equalTo("approved"));
    }

    @Test
    void an_article_that_readers_cannot_see_takes_none() {
        var article = given.article().draft();
        post(given.reader(), article, Map.of("name", "A", "body", "B")).statusCode(404);
    }

    @Test
    void comments_go_to_the_trash_with_their_article_and_come_back_with_it() {
        var article = given.article().published();
        var comment = given.approvedComment(article);
        given.editor()
                .header("If-Match", "*")
                .delete("/articles/" + article.id())
                .then()
                .statusCode(204);
        given.reader().get("/comments/" + comment.id()).then().statusCode(404);
        given.reader().get("/comments").then().body("data", empty());

        given.editor()
                .header("If-Match", "*")
                .delete("/articles/" + article.id() + "/trash")
                .then()
                .statusCode(204);
        read(comment).body("status", equalTo("approved"));
        read(article).body("commentCount", is(1));
    }

    @Test
    void a_client_may_choose_the_id_and_a_retry_makes_no_double() {
        var article = given.article().published();
        var id = "0193299c-4f00-7c3a-9d2e-5b7f1a2c3d4e";
        var input = Map.of("id", id, "name", "A", "body", "Well put.");

        post(given.reader(), article, input).statusCode(201).body("id", equalTo(id));
        post(given.reader(), article, input).statusCode(409).body("code", equalTo("id-taken"));

        given.moderator().get("/comments?count=exact").then().body("page.total", is(1));
    }

    @Test
    void an_edit_says_when_and_needs_the_version_that_it_names() {
        var comment = given.approvedComment(given.article().published());
        var request = given.moderator().contentType(JSON).body(Map.of("body", "Better put."));
        request.header("If-Match", "\"99\"")
                .patch("/comments/" + comment.id())
                .then()
                .statusCode(412);
        given.moderator()
                .contentType(JSON)
                .body(Map.of("body", "Better put."))
                .header("If-Match", comment.etag())
                .patch("/comments/" + comment.id())
                .then()
                .statusCode(200)
                .body("bodyHtml", equalTo("<p>Better put.</p>"))
                .body("editedAt", not(nullValue()));
    }

    private static String commentsOf(Made article) {
        return "/articles/" + article.id() + "/comments";
    }

    private static Map<String, String> replying(Made comment) {
        return Map.of("name", "A", "body", "Indeed.", "parentId", comment.id());
    }

    private Made reply(Made article, Made to) {
        var id = post(given.moderator(), article, replying(to)).statusCode(201).extract();
        return new Made(id.path("id"), null, id.header("ETag"));
    }

    private static ValidatableResponse post(
            RequestSpecification who, Made article, Map<String, ?> input) {
        return who.contentType(JSON).body(input).post(commentsOf(article)).then();
    }

    private ValidatableResponse moderate(Made comment, String status) {
        return given.moderator()
                .contentType(JSON)
                .body(Map.of("status", status))
                .patch("/comments/" + comment.id())
                .then();
    }

    private ValidatableResponse delete(Made comment) {
        return given.moderator().header("If-Match", "*").delete("/comments/" + comment.id()).then();
    }

    /// As readers see it: an article where it has a slug, or a comment.
    private ValidatableResponse read(Made thing) {
        var kind = thing.slug() == null ? "/comments/" : "/articles/";
        return given.reader().get(kind + thing.id()).then().statusCode(200);
    }
}
