package dev.byline.story;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.sql.Reads;
import dev.byline.sql.Writes;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is in the trash is removed for good: by an administrator, or after so many days.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PurgeTest {
    @Inject DataSource database;
    @Inject Reads reads;
    @Inject Writes writes;

    private final Given given = new Given();

    @Test
    void refuses_whoever_is_no_administrator() {
        var article = given.article().trashed();
        purge(given.editor(), "/articles/", article, "*")
                .statusCode(403)
                .body("detail", containsString("trash:purge"));
        given.editor().get("/articles/" + article.id()).then().statusCode(200);
    }

    @Test
    void refuses_what_is_not_in_the_trash_or_was_changed_since() {
        var article = given.article().published();
        purge(given.admin(), "/articles/", article, "*")
                .statusCode(409)
                .body("code", equalTo("not-in-trash"));
        purge(given.admin(), "/articles/", given.article().trashed(), article.etag())
                .statusCode(412);
        given.admin()
                .header("If-Match", "*")
                .delete("/articles/" + article.id() + "?purge=yes")
                .then()
                .statusCode(400)
                .body("detail", equalTo("purge must be true or false."));
        given.reader().get("/articles/" + article.id()).then().statusCode(200);
    }

    @Test
    void says_who_put_it_there_and_when() {
        var article = given.article().trashed();
        var path = "/articles/" + article.id();
        given.editor()
                .get(path)
                .then()
                .body("trashedAt", notNullValue())
                .body("trashedBy.id", notNullValue())
                .body("trashedBy.name", containsString("editor"));
        given.editor().header("If-Match", "*").delete(path + "/trash").then().statusCode(204);
        given.editor().get(path).then().body("trashedBy", nullValue());
    }

    @Test
    void is_gone_with_its_history_and_comments_and_its_id_is_free() {
        var article = given.article().published();
        var comment = given.approvedComment(article);
        trash("/articles/", article);
        purge(given.admin(), "/articles/", article, "*").statusCode(204);
        for (var path : List.of("", "/revisions", "/publication", "/comments")) {
            given.editor().get("/articles/" + article.id() + path).then().statusCode(404);
        }
        given.editor().get("/comments/" + comment.id()).then().statusCode(404);
        given.editor().get("/articles?status=trashed").then().body("data.size()", equalTo(0));
        assertLogged(article, "article.purged");
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", "Another", "body", "Text"))
                .put("/articles/" + article.id())
                .then()
                .statusCode(201)
                .body("revision", equalTo(1));
    }

    @Test
    void a_retry_of_what_made_it_does_not_bring_its_text_back() {
        var key = "\"made-once-" + given.address + "\"";
        var made = create(key).statusCode(201).extract().path("id");
        var article = new Made(made.toString(), "", "*");
        trash("/articles/", article);
        purge(given.admin(), "/articles/", article, "*").statusCode(204);
        create(key).statusCode(409).body("code", equalTo("deleted"));
    }

    @Test
    void what_stood_below_a_page_stays() {
        var above = given.make("/pages", Map.of("title", "About", "body", "Text"));
        var below =
                given.make("/pages", Map.of("title", "Team", "body", "Text", "parent", above.id()));
        trash("/pages/", above);
        purge(given.admin(), "/pages/", above, "*").statusCode(204);
        given.editor().get("/pages/" + below.id()).then().body("parent", nullValue());
        assertLogged(above, "page.purged");
    }

    @Test
    void a_number_of_days_that_is_none_is_told_at_the_start() {
        assertThrows(ConfigurationException.class, () -> expired(Optional.of(0)));
    }

    @Test
    void goes_by_itself_after_so_many_days_and_never_without_the_setting() throws SQLException {
        var old = given.article().trashed();
        var fresh = given.article().trashed();
        age(old, 31);
        age(fresh, 29);
        assertEquals(0, expired(Optional.empty()).left());
        assertFalse(expired(Optional.empty()).batch());

        var monthly = expired(Optional.of(30));
        assertEquals(1, monthly.left());
        assertTrue(monthly.batch());
        assertFalse(monthly.batch());
        given.editor().get("/articles/" + old.id()).then().statusCode(404);
        given.editor().get("/articles/" + fresh.id()).then().statusCode(200);
        assertLogged(old, "article.purged");
    }

    private ExpiredTrash expired(Optional<Integer> days) {
        return new ExpiredTrash(reads, writes, days);
    }

    private void age(Made article, int days) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "update article set trashed_at = now() - make_interval(days => ?) where id = ?::uuid")) {
            statement.setInt(1, days);
            statement.setString(2, article.id());
            statement.execute();
        }
    }

    private ValidatableResponse create(String key) {
        return given.editor()
                .contentType(JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("title", "Once", "body", "Not for long"))
                .post("/articles")
                .then();
    }

    private void trash(String path, Made story) {
        given.editor().header("If-Match", "*").delete(path + story.id()).then().statusCode(204);
    }

    private static ValidatableResponse purge(
            RequestSpecification by, String path, Made story, String ifMatch) {
        return by.header("If-Match", ifMatch).delete(path + story.id() + "?purge=true").then();
    }

    private void assertLogged(Made story, String act) {
        given.editor()
                .get("/changes?filter=act==" + act)
                .then()
                .body("data.subject.id", contains(story.id()));
    }
}
