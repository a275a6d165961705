package dev.byline.server;

import static io.restassured.RestAssured.get;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.byline.support.Await;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The database takes no connections and ends those that there are.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseAwayTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Given given = new Given();

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void all_that_need_it_are_told_at_once_and_what_may_be_kept_is_still_served()
            throws SQLException {
        var article = given.article().titled("Kept").published();
        var kept = "/articles/" + article.id();
        Await.until(
                LONGEST,
                () -> given.reader().get(kept).header("Server-Timing").equals("cache;desc=hit"));
        try (var elsewhere = elsewhere()) {
            run(elsewhere, "alter database byline allow_connections false");
            try {
                run(
                        elsewhere,
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'byline'");
                Await.until(LONGEST, () -> get(ready).statusCode() == 503);

                // first, as it is served for ten seconds alone
                given.reader()
                        .get(kept)
                        .then()
                        .statusCode(200)
                        .header("Age", notNullValue())
                        .header("Cache-Control", startsWith("public, max-age="))
                        .body("title", equalTo("Kept"));
                given.reader()
                        .get("/articles?limit=1")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("code", equalTo("unavailable"));
                given.reader()
                        .contentType(JSON)
                        .body(Map.of("name", "A reader", "body", "Well put."))
                        .post(kept + "/comments")
                        .then()
                        .statusCode(503);
                given.reader()
                        .header("Authorization", "Bearer byl_none")
                        .get(kept)
                        .then()
                        .statusCode(503);
                get("/openapi").then().statusCode(200);
            } finally {
                run(elsewhere, "alter database byline allow_connections true");
            }
        }
        Await.until(LONGEST, () -> get(ready).statusCode() == 200);
        given.reader().get("/articles?limit=1").then().statusCode(200);
        Await.until(
                LONGEST,
                () -> given.reader().get(kept).header("Server-Timing").equals("cache;desc=hit"));
    }

    private Connection elsewhere() throws SQLException {
        return DriverManager.getConnection(
                url.replaceFirst("/byline$", "/postgres"), username, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
