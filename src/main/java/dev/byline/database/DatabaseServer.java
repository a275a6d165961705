package dev.byline.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// A PostgreSQL, asked before the start whether it will do, so that what is wrong with it is said
/// in a sentence.
public record DatabaseServer(String url, String username, String password) {

    private static final int OLDEST = 15;

    /// Brings the database to what this build needs.
    ///
    /// @throws CannotStart when it does not answer, does not let Byline in, is too old, or cannot
    /// be migrated
    public void prepare() {
        if (!isMigrated()) {
            Migrations.apply(this);
        }
    }

    private boolean isMigrated() {
        String address = address();
        try (Connection connection = new Driver().connect(url, properties())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(
                        "The database at %s is PostgreSQL %d: Byline needs %d or newer."
                                .formatted(address, version, OLDEST));
            }
            return isMigrated(connection);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database at %s does not answer: %s"
                            .formatted(address, e.getMessage().lines().findFirst().orElse("")),
                    e);
        }
    }

    /// No also where that cannot be told: an empty database has no history to look into.
    private static boolean isMigrated(Connection connection) {
        try {
            return Migrations.packaged().areAllOf(connection);
        } catch (SQLException | IOException _) {
            return false;
        }
    }

    /// Without the parameters, among which there may be a password.
    String address() {
        Properties parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw new CannotStart(
                    "QUARKUS_DATASOURCE_JDBC_URL is not an address of the form jdbc:postgresql://host:port/database.");
        }
        return "%s:%s/%s"
                .formatted(
                        PGProperty.PG_HOST.getOrDefault(parts),
                        PGProperty.PG_PORT.getOrDefault(parts),
                        PGProperty.PG_DBNAME.getOrDefault(parts));
    }

    private Properties properties() {
        var properties = new Properties();
        if (username != null) {
            PGProperty.USER.set(properties, username);
        }
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.LOGIN_TIMEOUT.set(properties, 5);
        PGProperty.SOCKET_TIMEOUT.set(properties, 5);
        return properties;
    }
}
