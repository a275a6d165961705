package dev.byline.article;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many articles at once.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BulkResourceTest {
    private final Given given = new Given();

    @Test
    void must_be_told_which() {
        given.article().published();
        patch(given.editor(), "", Map.of("language", "de"))
                .statusCode(400)
                .body("detail", equalTo("filter is missing: which articles?"));
        given.editor().delete("/articles").then().statusCode(400);
        given.editor().delete("/articles?dryRun=true").then().statusCode(400);
        assertNothingDone();
    }

    @Test
    void refuses_who_may_not() {
        given.article().published();
        patch(given.reader(), "?filter=title!=x", Map.of("language", "de")).statusCode(401);
        patch(given.moderator(), "?filter=title!=x", Map.of("language", "de")).statusCode(403);
        patch(given.as(Role.CONTRIBUTOR), "?filter=title!=x", Map.of("language", "de"))
                .statusCode(403)
                .body("detail", containsString("not yours"));
        given.as(Role.CONTRIBUTOR).delete("/articles?filter=title!=x").then().statusCode(403);
        assertNothingDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"addTags", "removeTags", "addAuthors", "removeAuthors"})
    void names_what_it_does_not_know(String property) {
        given.article().published();
        patch(given.editor(), "?filter=title!=x", Map.of(property, List.of("nobody")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + property + "/0"));
        assertNothingDone();
    }

    @Test
    void does_all_of_it_or_nothing() {
        var first = given.article().with("language", "fr").draft();
        var trashed = given.article().trashed();
        patch(given.editor(), "?filter=status=in=(draft,trashed)", Map.of("language", "de"))
                .statusCode(409)
                .body("code", equalTo("in-trash"))
                .body("detail", containsString(trashed.id()));
        given.editor()
                .get("/articles/" + first.id())
                .then()
                .body("language", equalTo("fr"))
                .body("revision", equalTo(1));
    }

    @Test
    void a_dry_run_tells_what_would_be_done() {
        var article = given.article().titled("Old").published();
        patch(given.editor(), "?filter=title==Old&dryRun=true", Map.of("language", "de"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changed", equalTo(1))
                .body("data.id", contains(article.id()))
                .body("data.title", contains("Old"))
                .body("data.revision", contains(2));
        given.editor()
                .delete("/articles?filter=title==Old&dryRun=true")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));
        assertNothingDone();
    }

    @Test
    void adds_and_removes_and_leaves_alone_what_has_it_already() {
        var old = given.tag();
        var fresh = given.tag();
        var author = given.author();
        var one = given.article().about(old).draft();
        var other = given.article().about(fresh).by(author).draft();
        patch(
                        given.editor(),
                        "?filter=title!=x",
                        Map.of(
                                "addTags", List.of(fresh.slug()),
                                "removeTags", List.of(old.id()),
                                "addAuthors", List.of(author.slug()),
                                "note", "Together"))
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("data.id", containsInAnyOrder(one.id(), other.id()))
                .body("data.find { it.id == '" + one.id() + "' }.changed", equalTo(true));
        given.editor()
                .get("/articles/" + one.id())
                .then()
                .body("tags.id", contains(fresh.id()))
                .body("authors.id", contains(author.id()))
                .body("note", equalTo("Together"))
                .body("revision", equalTo(2));
        patch(given.editor(), "?filter=title!=x", Map.of("addTags", List.of(fresh.slug())))
                .statusCode(200)
                .body("changed", equalTo(0))
                .body("data.changed", everyItem(equalTo(false)));
        given.editor().get("/changes?filter=act==article.revised").then().body("data", hasSize(2));
    }

    @Test
    void corrects_what_readers_get_and_publishes_nobodys_draft() {
        var tag = given.tag();
        var live = given.article().titled("Out").published();
        edit(live, Map.of("title", "Unfinished"));
        var draft = given.article().titled("Not out").draft();
        patch(
                        given.editor(),
                        "?filter=title!=x",
                        Map.of("addTags", List.of(tag.id()), "publication", Map.of()))
                .statusCode(428);

        patch(
                        given.editor(),
                        "?filter=title!=x&base=live",
                        Map.of("addTags", List.of(tag.id()), "publication", Map.of()))
                .statusCode(200)
                .body("changed", equalTo(2));
        given.reader()
                .get("/articles/" + live.id())
                .then()
                .body("title", equalTo("Out"))
                .body("tags.id", contains(tag.id()));
        given.editor()
                .get("/articles/" + live.id())
                .then()
                .body("title", equalTo("Unfinished"))
                .body("tags.id", contains(tag.id()));
        given.editor()
                .get("/articles/" + draft.id())
                .then()
                .body("status", equalTo("draft"))
                .body("tags.id", contains(tag.id()));
        given.reader()
                .get("/articles?tag=" + tag.slug())
                .then()
                .body("data.id", contains(live.id()));
    }

    @Test
    void puts_many_into_the_trash() {
        var tag = given.tag();
        var one = given.article().about(tag).published();
        var other = given.article().about(tag).draft();
        var third = given.article().published();
        given.editor()
                .delete("/articles?filter=tags.slug==" + tag.slug())
                .then()
                .statusCode(200)
                .body("changed", equalTo(2))
                .body("data.id", containsInAnyOrder(one.id(), other.id()));
        given.reader().get("/articles").then().body("data.id", contains(third.id()));
        given.editor()
                .delete("/articles?filter=tags.slug==" + tag.slug())
                .then()
                .statusCode(200)
                .body("data", empty());
    }

    /// Nobody saved anything but what was made.
    private void assertNothingDone() {
        given.editor()
                .get("/articles")
                .then()
                .body("data", hasSize(1))
                .body("data.revision", everyItem(equalTo(1)));
    }

    private void edit(Made article, Map<String, ?> patch) {
        given.admin()
                .contentType(JSON)
                .body(patch)
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse patch(
            RequestSpecification by, String which, Map<String, ?> body) {
        return by.contentType(JSON).body(body).patch("/articles" + which).then();
    }
}
