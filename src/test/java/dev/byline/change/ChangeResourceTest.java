package dev.byline.change;

import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.Given;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What editors read of the change log.
@Tag("dialect")
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeResourceTest {
    @Inject DataSource database;

    private static final ObjectMapper JSON_READER = new ObjectMapper();

    private final Given given = new Given();

    @Test
    void is_for_editors() {
        given.reader().get("/changes").then().statusCode(401);
        given.moderator().get("/changes").then().statusCode(403);
        changes("");
    }

    @ParameterizedTest
    @CsvSource({
        "after=nonsense, invalid-cursor",
        "filter=origin==127.0.0.1, unknown-field",
        "filter=at==yesterday, invalid-filter",
        "sort=at, unknown-parameter",
        "limit=101, invalid-parameter"
    })
    void refuses(String query, String code) {
        given.editor().get("/changes?" + query).then().statusCode(400).body("code", equalTo(code));
    }

    @Test
    void says_what_was_done_to_what_by_whom_and_when() {
        var article = given.article().published();
        changes("")
                .body("data.act", contains("article.created", "article.published"))
                .body("data.subject.id", everyItem(equalTo(article.id())))
                .body("data[1].subject.type", equalTo("article"))
                .body("data[1].by.id", notNullValue())
                .body("data[1].by.name", containsString("editor"))
                .body("data[1].origin", nullValue())
                .body("data[1].at", notNullValue())
                .body("data[1].revisionBefore", nullValue())
                .body("data[1].revisionAfter", equalTo(1));
    }

    @Test
    void tells_administrators_from_where() {
        given.heldComment(given.article().published());
        given.admin()
                .get("/changes?filter=act==comment.posted")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].origin", equalTo(given.address))
                .body("data[0].by", nullValue());
    }

    @Test
    void tells_administrators_alone_what_was_done_to_accounts_and_tokens() {
        String account =
                given.admin()
                        .contentType(JSON)
                        .body(Map.of("name", "Robin", "role", "editor"))
                        .post("/accounts")
                        .path("id");
        given.admin()
                .contentType(JSON)
                .body(Map.of("account", account, "name", "Laptop"))
                .post("/tokens");
        var filter = "filter=subject.type=in=(account,token)&count=exact";
        changes(filter).body("data", empty()).body("page.total", equalTo(0));
        given.admin()
                .get("/changes?" + filter)
                .then()
                .statusCode(200)
                .body("data.act", contains("account.created", "token.created"));
    }

    @ParameterizedTest
    @CsvSource({
        "act==article.*, 4",
        "act==article.published, 2",
        "subject.type==tag, 1",
        "subject.type==tag;by.name=null=true, 0",
        "revisionAfter=ge=1;act!=article.created, 2",
        "at=ge=2100-01-01, 0"
    })
    void finds_what_a_filter_asks_for(String filter, int count) {
        given.tag();
        given.article().published();
        given.article().published();
        changes("filter=" + filter).body("data", hasSize(count));
    }

    @Test
    void finds_what_was_done_to_one_thing() {
        var article = given.article().published();
        given.article().published();
        patch(article, "Another");
        changes("filter=subject.id==" + article.id())
                .body(
                        "data.act",
                        contains("article.created", "article.published", "article.revised"));
    }

    @Test
    void is_read_page_by_page_and_from_its_end_on() {
        var tags = List.of(given.tag(), given.tag(), given.tag());
        var first = changes("limit=2").body("data", hasSize(2)).body("page.next", notNullValue());
        assertEquals(path(first, "page.next"), path(first, "resumeAfter"));
        var second = changes("limit=2&after=" + path(first, "resumeAfter"));
        second.body("data.subject.id", contains(tags.get(2).id()))
                .body("page.next", nullValue())
                .body("resumeAfter", notNullValue());
        var end = changes("after=" + path(second, "resumeAfter")).body("data", empty());
        var later = given.tag();
        changes("after=" + path(end, "resumeAfter")).body("data.subject.id", contains(later.id()));
        changes("limit=2&before=" + path(second, "page.prev"))
                .body("data.subject.id", contains(tags.get(0).id(), tags.get(1).id()));
    }

    @Test
    void is_lines_for_who_likes_them_better() throws IOException {
        var tags = List.of(given.tag(), given.tag(), given.tag());
        var page = changes("limit=2").extract();
        var lines = lines("/changes?limit=2");
        var entries = new ArrayList<JsonNode>();
        for (var line : lines.asString().split("\n")) {
            entries.add(JSON_READER.readTree(line));
        }
        assertEquals(
                JSON_READER.readTree(page.asString()).get("data"),
                JSON_READER.valueToTree(entries));
        var last = lines(next(lines));
        assertTrue(last.asString().contains(tags.getLast().id()));
        var end = lines(next(last));
        assertEquals("", end.asString());
        var later = given.tag();
        assertTrue(lines(next(end)).asString().contains(later.id()));
    }

    private Response lines(String address) {
        return given.editor()
                .header("Accept", "application/jsonl, */*;q=0.5")
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/jsonl"))
                .extract()
                .response();
    }

    /// What the `Link` header says, there at the end as well.
    private static String next(Response page) {
        return page.header("Link").replaceAll(".*</api/v1([^>]*)>; rel=\"next\".*", "$1");
    }

    @Test
    void is_resumed_behind_what_the_filter_left_out() {
        var empty = changes("filter=act==tag.deleted").body("data", empty());
        given.tag();
        var none = changes("filter=act==tag.deleted").body("data", empty());
        changes("after=" + path(none, "resumeAfter")).body("data", empty());
        changes("after=" + path(empty, "resumeAfter")).body("data", hasSize(1));
    }

    /// Its number is drawn before that of the other, and it comes in after it.
    @Test
    void shows_no_entry_before_one_that_comes_in_ahead_of_it() throws SQLException {
        var start = path(changes(""), "resumeAfter");
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection);
            var behind = given.tag();
            var held = changes("after=" + start).body("data", empty());
            connection.commit();
            connection.setAutoCommit(true);
            changes("after=" + path(held, "resumeAfter"))
                    .body("data.act", contains("test.early", "tag.created"))
                    .body("data[1].subject.id", equalTo(behind.id()));
        }
    }

    @Test
    void goes_on_where_an_entry_was_taken_back() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection);
            given.tag();
            connection.rollback();
            connection.setAutoCommit(true);
            changes("").body("data.act", contains("tag.created"));
        }
    }

    private static void enter(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into change (act, subject_type, subject_id) values ('test.early', 'test', gen_random_uuid())");
        }
    }

    private void patch(Made article, String title) {
        given.editor()
                .contentType(JSON)
                .body(Map.of("title", title))
                .patch("/articles/{id}", article.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse changes(String query) {
        return given.editor()
                .get(query.isEmpty() ? "/changes" : "/changes?" + query)
                .then()
                .statusCode(200);
    }

    private static String path(ValidatableResponse answer, String path) {
        return answer.extract().path(path);
    }
}
