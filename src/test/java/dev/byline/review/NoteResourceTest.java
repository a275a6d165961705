package dev.byline.review;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.byline.identity.Role;
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
import org.junit.jupiter.params.provider.CsvSource;

@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NoteResourceTest {
    private final Given given = new Given();
    private final Given colleague = new Given();

    @Test
    void are_for_the_newsroom_alone() {
        var article = given.article().published();
        var path = "/articles/" + article.id() + "/notes";
        given.reader().get(path).then().statusCode(401);
        given.moderator().get(path).then().statusCode(403);
        given.as(Role.VIEWER).get(path).then().statusCode(200).body("data", empty());
        write(given.as(Role.VIEWER), article, Map.of("text", "No")).statusCode(403);
        write(given.as(Role.CONTRIBUTOR), article, Map.of("text", "Yes")).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"title,0,0", "title,3,2", "title,-1,3", "title,0,99", "summary,0,1", "title,0,2"})
    void refuse_a_place_that_is_no_stretch_of_the_text(String field, int start, int end) {
        var article = given.article().titled("A😀 night").draft();
        write(article, field, start, end)
                .statusCode(422)
                .body("errors.pointer", contains("/place/end"))
                .body("errors.code", contains("out-of-range"));
    }

    @Test
    void refuse_what_is_no_revision_and_no_note() {
        var article = given.article().draft();
        write(given.editor(), article, Map.of("text", "x", "revision", 2))
                .statusCode(422)
                .body("errors.code", contains("unknown-revision"));
        var other = note(given.article().draft());
        given.editor()
                .get("/articles/{id}/notes/{note}", article.id(), other)
                .then()
                .statusCode(404);
        patch(given.editor(), article, other, Map.of("resolved", true)).statusCode(404);
    }

    @Test
    void follow_their_words_to_the_newest_revision() {
        var article =
                given.article().titled("A night").with("body", "The *vote* came late.").draft();
        write(article, "title", 2, 7)
                .statusCode(201)
                .body("quote", equalTo("night"))
                .body("by.name", notNullValue())
                .body("lost", equalTo(false));
        write(article, "body", 4, 10).statusCode(201);
        write(given.editor(), article, Map.of("text", "All of it")).statusCode(201);
        edit(article, Map.of("title", "What a long night", "body", "It rained."));
        list(article, "")
                .body("data.place[0].start", equalTo(12))
                .body("data.place[0].end", equalTo(17))
                .body("data.place[1]", nullValue())
                .body("data.lost", contains(false, true, false))
                .body("data.quote", contains("night", "*vote*", null))
                .body("data.revision", contains(1, 1, 1));
        edit(article, Map.of("body", "It rained. And the *vote* was lost."));
        list(article, "").body("data.place[1].start", equalTo(19));
    }

    @Test
    void are_resolved_and_reopened_by_anybody_and_changed_by_their_writers() {
        var article = given.article().draft();
        var note = note(article);
        patch(colleague.editor(), article, note, Map.of("text", "Mine now")).statusCode(403);
        delete(colleague.editor(), article, note).statusCode(403);
        patch(colleague.editor(), article, note, Map.of("resolved", true))
                .statusCode(200)
                .body("resolved", equalTo(true))
                .body("resolvedBy", notNullValue());
        list(article, "?filter=resolved==false").body("data", empty());
        patch(given.editor(), article, note, Map.of("resolved", false, "text", "Better"))
                .statusCode(200)
                .body("resolvedAt", nullValue())
                .body("text", equalTo("Better"))
                .body("editedAt", notNullValue());
        list(article, "?filter=resolved==false").body("data.text", contains("Better"));
        delete(given.editor(), article, note).statusCode(204);
        list(article, "").body("data", empty());
    }

    private String note(Made article) {
        return write(given.editor(), article, Map.of("text", "Is this right?"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse write(Made article, String field, int start, int end) {
        var place = Map.of("field", field, "start", start, "end", end);
        return write(given.editor(), article, Map.of("text", "Right?", "place", place));
    }

    private static ValidatableResponse write(
            RequestSpecification who, Made article, Map<String, ?> note) {
        return who.contentType(JSON).body(note).post("/articles/{id}/notes", article.id()).then();
    }

    private static ValidatableResponse patch(
            RequestSpecification who, Made article, String note, Map<String, ?> changes) {
        return who.contentType(JSON)
                .body(changes)
                .patch("/articles/{id}/notes/{note}", article.id(), note)
                .then();
    }

    private static ValidatableResponse delete(RequestSpecification who, Made article, String note) {
        return who.header("If-Match", "*")
                .delete("/articles/{id}/notes/{note}", article.id(), note)
                .then();
    }

    private ValidatableResponse list(Made article, String query) {
        return given.editor()
                .get("/articles/" + article.id() + "/notes" + query)
                .then()
                .statusCode(200);
    }

    private void edit(Made article, Map<String, ?> changes) {
        given.editor()
                .contentType(JSON)
                .body(changes)
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }
}
