package dev.byline.story;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Texts that a server of the release before wrote are found as it found them, until they are read
/// anew.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReindexingTest {
    /// What its connections say of the words: nothing. Here for one transaction, as the connection
    /// goes back to the pool.
    private static final String AS_BEFORE = "set local byline.search = ''";

    private static final String WRITTEN = "update revision set body_text = body_text || ' Zebras.'";

    @Inject DataSource database;
    @Inject Reindexing reindexing;

    private final Given given = new Given();

    /// As an editor: what readers were answered is kept for a while.
    private ValidatableResponse search(String q) {
        return given.editor().queryParam("q", q).get("/articles").then().statusCode(200);
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void leaves_nothing_to_do_where_this_release_wrote() {
        given.article().published();
        given.article().draft();
        assertEquals(0, reindexing.left());
        assertFalse(reindexing.batch());
    }

    @Test
    void finds_what_the_release_before_wrote_and_then_all_of_it() throws SQLException {
        var article = given.article().with("body", "Challenge.gov in 東京都").published();
        execute(AS_BEFORE, WRITTEN);
        search("zebra").body("data.slug", contains(article.slug()));
        search("challenge").body("data", empty());
        assertEquals(1, reindexing.left());
        assertTrue(reindexing.batch());
        assertFalse(reindexing.batch());
        assertEquals(0, reindexing.left());
        for (var q : new String[] {"zebra", "challenge", "東京"}) {
            search(q).body("data.slug", contains(article.slug()));
        }
        search("zebar").body("search.corrected", equalTo("zebras"));
    }

    @Test
    void lets_no_answer_of_before_be_kept() throws SQLException {
        var article = given.article().with("body", "Challenge.gov").published();
        execute(AS_BEFORE, WRITTEN);
        for (var time = 0; time < 2; time++) {
            given.reader().get("/articles?q=challenge").then().body("data", empty());
        }
        assertTrue(reindexing.batch());
        reindexing.announce();
        given.reader()
                .get("/articles?q=challenge")
                .then()
                .body("data.slug", contains(article.slug()));
    }

    @Test
    void reads_many_texts_at_a_time_and_keeps_what_else_is_known_of_them() throws SQLException {
        var article = given.article().titled("Challenge.gov").published();
        given.article().titled("Another").draft();
        given.article().titled("A third").withdrawn();
        execute(
                "insert into search_pending select '00000000-0000-0000-0000-000000000000',"
                        + " 'ffffffff-ffff-ffff-ffff-ffffffffffff', 3",
                "update search_document set words = '', ranking = ''");
        assertEquals(3, reindexing.left());
        assertTrue(reindexing.batch());
        assertEquals(0, reindexing.left());
        search("challenge").body("data.slug", contains(article.slug()));
    }

    @Test
    void leaves_for_later_what_somebody_writes_at_the_moment() throws SQLException {
        given.article().with("body", "Challenge.gov").published();
        execute(AS_BEFORE, WRITTEN);
        try (var writer = database.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select from search_document for update");
            assertTrue(reindexing.batch());
            assertEquals(1, reindexing.left());
            writer.rollback();
            writer.setAutoCommit(true);
        }
        assertTrue(reindexing.batch());
        assertEquals(0, reindexing.left());
    }
}
