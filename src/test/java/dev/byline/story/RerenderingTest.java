package dev.byline.story;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.body.Rendering;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a release before rendered is shown as it did until it is rendered anew.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RerenderingTest {
    private static final String AS_BEFORE =
            "update revision set rendering_version = 1, body_html = '<p>Before</p>', body_text = 'Before', word_count = 1";

    @Inject DataSource database;
    @Inject Rerendering rerendering;

    private final Given given = new Given();

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void leaves_nothing_to_do_where_this_release_wrote() {
        given.article().published();
        assertEquals(0, rerendering.left());
        assertFalse(rerendering.batch());
    }

    /// As the upkeep does, which no request began.
    @Test
    void is_done_outside_of_requests() throws Exception {
        given.article().with("body", "Two *zebras*.").published();
        execute(AS_BEFORE);
        try (var upkeep = Executors.newSingleThreadExecutor()) {
            assertTrue(upkeep.submit(rerendering::batch).get());
        }
        assertEquals(0, rerendering.left());
    }

    @Test
    void readers_get_the_new_html_and_text_at_once_under_another_tag() throws SQLException {
        var article = given.article().with("body", "Two *zebras*.").published();
        execute(AS_BEFORE);
        String path = "/articles/" + article.id();
        var before = "";
        for (var time = 0; time < 2; time++) {
            before =
                    given.reader()
                            .get(path)
                            .then()
                            .body("bodyHtml", equalTo("<p>Before</p>"))
                            .extract()
                            .header("ETag");
        }
        assertEquals(1, rerendering.left());
        assertTrue(rerendering.batch());
        assertFalse(rerendering.batch());
        assertEquals(0, rerendering.left());
        given.reader()
                .header("If-None-Match", before)
                .get(path + "?fields=bodyHtml,bodyText,wordCount")
                .then()
                .statusCode(200)
                .header("ETag", not(before))
                .body("bodyHtml", equalTo("<p>Two <em>zebras</em>.</p>"))
                .body("bodyText", equalTo("Two zebras."))
                .body("wordCount", equalTo(2));
        given.reader().get(path).then().body("bodyHtml", containsString("zebras"));
        given.reader().get("/articles?q=zebra").then().body("data.slug", contains(article.slug()));
        given.reader().get("/articles?q=before").then().body("data", empty());
    }

    @Test
    void all_revisions_are_rendered_and_none_is_written_otherwise() throws SQLException {
        var article = given.article().with("body", "One.").published();
        given.editor()
                .contentType("application/json")
                .body("{\"body\": \"Two.\"}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
        var etag = given.editor().get("/articles/" + article.id()).header("ETag");
        execute(AS_BEFORE);
        assertTrue(rerendering.batch());
        for (var number : new String[] {"1", "2"}) {
            var word = number.equals("1") ? "One." : "Two.";
            given.editor()
                    .get("/articles/" + article.id() + "/revisions/" + number)
                    .then()
                    .body("body", equalTo(word))
                    .body("bodyHtml", equalTo("<p>" + word + "</p>"));
        }
        given.editor()
                .contentType("application/json")
                .header("If-Match", etag)
                .body("{\"title\": \"Still nobody else's edit\"}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200);
    }

    @Test
    void many_are_rendered_in_batches_that_may_break_off() throws SQLException {
        for (var i = 0; i < 12; i++) {
            given.article().draft();
        }
        execute(AS_BEFORE);
        assertTrue(rerendering.batch());
        assertEquals(2, rerendering.left());
        assertTrue(rerendering.batch());
        assertEquals(0, rerendering.left());
    }

    @Test
    void what_somebody_writes_at_the_moment_is_left_for_later() throws SQLException {
        given.article().draft();
        execute(AS_BEFORE);
        try (var writer = database.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select from revision for update");
            assertFalse(rerendering.batch());
            writer.rollback();
            writer.setAutoCommit(true);
        }
        assertTrue(rerendering.batch());
        assertEquals(0, rerendering.left());
    }

    @Test
    void what_a_newer_release_rendered_stays() throws SQLException {
        given.article().draft();
        execute("update revision set rendering_version = " + (Rendering.VERSION + 1));
        assertEquals(0, rerendering.left());
        assertFalse(rerendering.batch());
    }
}
