package dev.byline.database;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.byline.support.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatabaseReadinessTest {

    @Inject AgroalDataSource pool;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void aDatabaseThatIsAwayIsNotReady() throws SQLException {
        // port 1 is tcpmux, which nobody serves
        var away =
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(1)
                                                .acquisitionTimeout(Duration.ofSeconds(2))
                                                .connectionFactoryConfiguration(
                                                        c ->
                                                                c.jdbcUrl(
                                                                        "jdbc:postgresql://127.0.0.1:1/x")));
        try (var unreachable = AgroalDataSource.from(away)) {
            assertEquals(Status.DOWN, new DatabaseReadiness(unreachable).call().getStatus());
        }
    }

    @Test
    void aPoolWithEveryConnectionInUseStaysReady() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            var settings = pool.getConfiguration().connectionPoolConfiguration();
            while (all.size() < settings.maxSize()) {
                all.add(pool.getConnection());
            }
            // a probe does not wait for a connection as a request does
            long wait = settings.acquisitionTimeout().toMillis();
            get(ready).then().statusCode(200).time(lessThan(wait));
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
    }
}
