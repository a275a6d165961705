package dev.byline.comment;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A comment that comes while a command has its article locked: what the command does counts where
/// the comment is seen at once; a guest's is held, and need not wait.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CommentUnderLockTest {
    @Inject AgroalDataSource database;

    private final Given given = new Given();

    @Test
    void finds_no_article_that_was_withdrawn() throws Exception {
        var article = given.article().published();
        assertEquals(
                404,
                posted(
                        article,
                        "update revision set live_until = clock_timestamp() where article_id = ?"));
    }

    @Test
    void finds_no_article_that_is_in_the_trash() throws Exception {
        var article = given.article().published();
        assertEquals(404, posted(article, "update article set trashed_at = now() where id = ?"));
    }

    @Test
    void is_refused_where_comments_were_closed() throws Exception {
        var article = given.article().published();
        assertEquals(409, posted(article, "update article set comments_open = false where id = ?"));
    }

    @Test
    void is_taken_where_another_revision_took_the_place_of_the_live_one() throws Exception {
        var article = given.article().published();
        given.editor()
                .contentType(JSON)
                .body(Map.of("body", "Anew"))
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
        assertEquals(
                201,
                posted(
                        article,
                        """
                        update revision set live_from = case number when 2 then now() else live_from end,
                            live_until = case number when 1 then now() end where article_id = ?
                        """));
    }

    @Test
    void is_told_to_come_back_where_the_lock_is_not_to_be_had() throws Exception {
        var article = given.article().published();
        holding(
                article,
                () ->
                        given.moderator()
                                .contentType(JSON)
                                .body(Map.of("body", "Well put."))
                                .post("/articles/{article}/comments", article.id())
                                .then()
                                .statusCode(503)
                                .header("Retry-After", notNullValue()));
        assertEquals(0, waiting());
    }

    /// With a key and without.
    @ParameterizedTest
    @ValueSource(strings = {"", "a-key"})
    void of_a_guest_is_taken_meanwhile(String key) throws Exception {
        var article = given.article().published();
        var reader = given.reader();
        if (!key.isEmpty()) {
            reader.header("Idempotency-Key", key);
        }
        holding(
                article,
                () ->
                        reader.contentType(JSON)
                                .body(Map.of("name", "A reader", "body", "Well put."))
                                .post("/articles/{article}/comments", article.id())
                                .then()
                                .statusCode(201));
    }

    private void holding(Made article, Runnable request) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute(
                            "select from article where id = '%s' for no key update"
                                    .formatted(article.id()));
            try {
                request.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private int waiting() throws SQLException {
        try (var connection = database.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// What a moderator is answered who began to wait before that was done.
    private int posted(Made article, String command) throws Exception {
        return Locks.answerAfter(
                database,
                "article",
                article.id(),
                command,
                () ->
                        given.moderator()
                                .contentType(JSON)
                                .body(Map.of("body", "Well put."))
                                .post("/articles/{article}/comments", article.id())
                                .statusCode());
    }
}
