package dev.byline.server;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.Given;
import dev.byline.support.Locks;
import dev.byline.support.Made;
import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OverloadTest {
    @Inject
    @DataSource("reads")
    AgroalDataSource readers;

    @Inject AgroalDataSource writers;

    @TestHTTPResource URL server;

    private final Given given = new Given();

    @Test
    void a_request_that_finds_no_connection_in_time_is_503_and_the_next_is_answered()
            throws SQLException {
        var taken = takeAll(readers);
        try {
            given().get("/api/v1/articles")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        given().get("/api/v1/articles").then().statusCode(200);
    }

    @Test
    void writers_who_hold_every_connection_keep_no_reader_waiting() throws SQLException {
        var taken = takeAll(writers);
        try {
            given().get("/api/v1/articles").then().statusCode(200);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void readers_who_hold_every_connection_keep_no_token_from_being_known() throws SQLException {
        var taken = takeAll(readers);
        try {
            given.editor()
                    .contentType(JSON)
                    .body(Map.of("title", "Saved", "body", "Meanwhile."))
                    .post("/articles")
                    .then()
                    .statusCode(201);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    /// What a server that vanished leaves behind is gone soon, and no commit is ever cancelled.
    @ParameterizedTest
    @CsvSource({
        "lock_timeout, 2500ms",
        "statement_timeout, 0",
        "idle_in_transaction_session_timeout, 10s",
        "client_connection_check_interval, 2s",
        "tcp_keepalives_idle, 5"
    })
    void a_connection_that_writes_is_bounded(String setting, String value) throws SQLException {
        try (var connection = writers.getConnection();
                var rows = connection.createStatement().executeQuery("show " + setting)) {
            rows.next();
            assertEquals(value, rows.getString(1));
        }
    }

    /// The session ends while it commits: whether the comment is there nobody can tell.
    @Test
    void a_commit_that_is_cut_off_is_503_and_can_be_repeated_with_its_key() throws SQLException {
        var article = given.article().published();
        run(
                """
                create function cut_off() returns trigger language plpgsql as
                'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
                create constraint trigger cut_off after insert on comment
                    deferrable initially deferred for each row execute function cut_off()
                """);
        try {
            comment(article)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("with the same key"));
        } finally {
            run("drop trigger cut_off on comment; drop function cut_off()");
        }
        comment(article).statusCode(201);
    }

    /// Two of the dearest are under way, waiting for a table.
    @Test
    void the_next_dear_read_is_refused_at_once_and_no_other() throws Exception {
        var article = given.article().published();
        var dear = "/articles?facets=tags,year&count=exact&filter=tags.slug!=x";
        // what is to be asked while those wait, for three seconds at most, is made ready before
        var count = given.editor();
        var comment = moderator();
        try (var clients = Executors.newFixedThreadPool(2);
                var connection = writers.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table tag in access exclusive mode");
            // two addresses: of one, the second would wait for the answer to the first
            var answers =
                    Stream.of(dear, dear + "y")
                            .map(one -> clients.submit(() -> given.reader().get(one).statusCode()))
                            .toList();
            Locks.awaitWaiting(connection, 2);

            for (var next :
                    List.of(
                            dear + "z",
                            "/articles?count=exact&filter=wordCount!=0",
                            "/articles?facets=year")) {
                given.reader()
                        .get(next)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("detail", containsString("counts"));
            }
            given.reader().get("/comments?limit=1").then().statusCode(200);
            count.get("/comments?count=exact").then().statusCode(200);
            comment(comment, article).statusCode(201);

            connection.rollback();
            connection.setAutoCommit(true);
            for (var answer : answers) {
                assertEquals(200, answer.get());
            }
        }
        given.reader().get(dear).then().statusCode(200);
    }

    private ValidatableResponse comment(Made article) {
        return comment(moderator(), article);
    }

    private RequestSpecification moderator() {
        return given.moderator()
                .header("Idempotency-Key", "once")
                .contentType(JSON)
                .body(Map.of("body", "Well put."));
    }

    private static ValidatableResponse comment(RequestSpecification moderator, Made article) {
        return moderator.post("/articles/{article}/comments", article.id()).then();
    }

    private void run(String sql) throws SQLException {
        try (var connection = writers.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// More than are answered at one time.
    @Test
    void bodies_that_never_come_refuse_nobody() throws IOException {
        var part =
                "POST /api/v1/articles/a/comments HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n{";
        var article = given.article().published();
        var slow = new ArrayList<Socket>();
        try {
            while (slow.size() < 2_100) {
                var socket = new Socket(server.getHost(), server.getPort());
                slow.add(socket);
                socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
            }
            comment(article).statusCode(201);
            given().get("/api/v1/articles").then().statusCode(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private List<Connection> takeAll(AgroalDataSource pool) throws SQLException {
        var size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        var taken = new ArrayList<Connection>();
        for (var count = 0; count < size; count++) {
            taken.add(pool.getConnection());
        }
        return taken;
    }
}
