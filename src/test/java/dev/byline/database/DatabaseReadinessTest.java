package dev.byline.database;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseReadinessTest {

    @Inject AgroalDataSource pool;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void aPoolWithEveryConnectionInUseStaysReady() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            var settings = pool.getConfiguration().connectionPoolConfiguration();
            while (all.size() < settings.maxSize()) {
                all.add(pool.getConnection());
            }
            // a probe does not wait for a connection as a request does, at least one of several
            // on a machine that is busy
            var wait = settings.acquisitionTimeout().toMillis();
            assertTrue(
                    IntStream.range(0, 10)
                            .mapToObj(_ -> get(ready).then().statusCode(200).extract())
                            .anyMatch(answer -> answer.time() < wait));
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
    }
}
