package dev.byline.server;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was taken while the rules were others, here a name with a line break, stays and can be
/// changed beside it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OlderRulesTest {
    private static final String BROKEN = "A night\nat the council";

    private final Given given = new Given();
    private Made article;
    private Made comment;

    @Inject DataSource dataSource;

    @BeforeEach
    void titles_and_names_of_before() throws SQLException {
        article = given.article().published();
        comment = given.heldComment(article);
        taken("update revision set title = ? where article_id = ?", article);
        taken("update comment set name = ? where id = ?", comment);
    }

    private void taken(String update, Made thing) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(update)) {
            statement.setString(1, BROKEN);
            statement.setObject(2, UUID.fromString(thing.id()));
            statement.executeUpdate();
        }
    }

    @Test
    void what_a_patch_names_is_held_to_the_rules_of_now() {
        given.editor()
                .contentType(JSON)
                .body("{\"title\": \"A night\\nat the council\", \"summary\": \"x\"}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/title"));
    }

    @Test
    void a_new_fault_beside_the_old_one_is_told_alone() {
        given.editor()
                .contentType(JSON)
                .body("{\"language\": \"no tag\"}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/language"));
    }

    @Test
    void something_else_of_the_article_can_be_changed() {
        given.editor()
                .contentType(JSON)
                .body("{\"summary\": \"It took all night.\"}")
                .patch("/articles/" + article.id())
                .then()
                .statusCode(200)
                .body("title", equalTo(BROKEN));
    }

    @Test
    void a_guest_s_comment_can_be_moderated() {
        given.moderator()
                .contentType(JSON)
                .body("{\"status\": \"approved\"}")
                .patch("/comments/" + comment.id())
                .then()
                .statusCode(200)
                .body("name", equalTo(BROKEN));
    }
}
