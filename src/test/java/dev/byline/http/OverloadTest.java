package dev.byline.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OverloadTest {
    @Inject
    @DataSource("reads")
    AgroalDataSource readers;

    @Inject AgroalDataSource writers;

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

    private List<Connection> takeAll(AgroalDataSource pool) throws SQLException {
        var size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        var taken = new ArrayList<Connection>();
        for (var count = 0; count < size; count++) {
            taken.add(pool.getConnection());
        }
        return taken;
    }
}
