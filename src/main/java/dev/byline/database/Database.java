package dev.byline.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/// Where the application finds its database: the user's own server where one is set, else the
/// embedded one.
public final class Database {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    /// Seconds, longer than the application takes to end its last requests.
    private static final int PATIENCE = 60;

    private Database() {}

    /// Makes sure that there is one, and tells the application where as system properties.
    ///
    /// @param ended opens when the application no longer needs it
    /// @throws CannotStart when there is none
    public static void provide(Config config, CountDownLatch ended) {
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            embed(
                    Path.of(
                            config.getOptionalValue("byline.data-dir", String.class)
                                    .orElse("data")),
                    ended);
        }
    }

    /// Makes sure that it is one to work with, as it is now: a live reload may bring a migration.
    ///
    /// @throws CannotStart when it is none
    public static void prepare(Config config) {
        new DatabaseServer(text(config, URL), text(config, USERNAME), text(config, PASSWORD))
                .prepare();
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse(null);
    }

    private static void embed(Path data, CountDownLatch ended) {
        var database = EmbeddedDatabase.start(DataDirectory.open(data));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database, ended)));
        System.setProperty(URL, database.url());
        System.setProperty(USERNAME, database.username());
        try {
            System.setProperty(PASSWORD, database.password());
        } catch (IOException e) {
            throw new CannotStart("The embedded PostgreSQL's password cannot be read: " + e, e);
        }
    }

    private static void close(EmbeddedDatabase database, CountDownLatch ended) {
        try {
            ended.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
