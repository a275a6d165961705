package dev.byline.support;

import dev.byline.database.DataDirectory;
import dev.byline.database.DatabaseServer;
import dev.byline.database.EmbeddedDatabase;
import dev.byline.database.EmbeddedDatabase.Purpose;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;

/// One empty PostgreSQL for all tests of a run: an embedded one, or the server that
/// `BYLINE_TEST_JDBC_URL` names, which is emptied first, for a run against another version.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Path TARGET = Path.of("target");

    private EmbeddedDatabase embedded;

    @Override
    public Map<String, String> start() {
        String url = System.getenv("BYLINE_TEST_JDBC_URL");
        var settings = new HashMap<>(url == null ? startEmbedded() : given(url));
        settings.putAll(TestIssuer.start());
        return settings;
    }

    private Map<String, String> startEmbedded() {
        try {
            embedded =
                    EmbeddedDatabase.start(
                            DataDirectory.open(TARGET.resolve("test-database")),
                            TARGET.resolve("postgresql"),
                            Purpose.SCRATCH);
            new DatabaseServer(embedded.url(), embedded.username(), embedded.password()).prepare();
            return Map.of(
                    "quarkus.datasource.jdbc.url", embedded.url(),
                    "quarkus.datasource.username", embedded.username(),
                    "quarkus.datasource.password", embedded.password());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> given(String url) {
        var database =
                new DatabaseServer(
                        url,
                        System.getenv("BYLINE_TEST_USERNAME"),
                        System.getenv("BYLINE_TEST_PASSWORD"));
        Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .cleanDisabled(false)
                .load()
                .clean();
        database.prepare();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.values().removeIf(value -> value == null);
        return settings;
    }

    @Override
    public void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
