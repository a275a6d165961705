package dev.byline.reading;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReferencesTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Given given = new Given();
    private Made author;
    private Made tag;
    private Made article;

    @Inject DataSource database;

    @BeforeEach
    void write() {
        author = given.author("Before");
        tag = given.tag("Earlier");
        article = given.article().titled("A night").by(author).about(tag).published();
        assertShown(given::reader, "Before", "Earlier");
    }

    @Test
    void a_new_name_is_shown_wherever_the_old_one_was() {
        rename("/authors/" + author.id(), "After");
        assertShown(given::reader, "After", "Earlier");
        assertShown(given::editor, "After", "Earlier");
        rename("/tags/" + tag.id(), "Later");
        assertShown(given::reader, "After", "Later");
        assertShown(given::editor, "After", "Later");
    }

    @Test
    void a_server_that_may_have_missed_a_new_name_asks_for_it() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'byline-listener'");
            statement.execute("update author set name = 'After'");
        }
        Await.until(
                LONGEST,
                () ->
                        "After"
                                .equals(
                                        given.reader()
                                                .get("/articles")
                                                .path("data[0].authors[0].name")));
        assertShown(given::reader, "After", "Earlier");
    }

    private void assertShown(
            Supplier<RequestSpecification> who, String authorName, String tagName) {
        for (var address : new String[] {"/articles", "/articles?q=night"}) {
            var page = who.get().get(address);
            assertEquals(authorName, page.path("data[0].authors[0].name"));
            assertEquals(tagName, page.path("data[0].tags[0].name"));
        }
        who.get()
                .get("/articles/" + article.id())
                .then()
                .body("authors[0].name", equalTo(authorName))
                .body("tags[0].name", equalTo(tagName));
    }

    private void rename(String address, String name) {
        given.editor()
                .contentType(JSON)
                .body("{\"name\": \"%s\"}".formatted(name))
                .patch(address)
                .then()
                .statusCode(200);
    }
}
