package dev.byline.database;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGProperty;

/// Knows how to make an [OwnConnection] to the database that the pools are connected to.
@Singleton
public class OwnConnections {
    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;
    private final String settings;

    OwnConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "byline.database.leaving") String settings) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.settings = settings;
    }

    /// @param name as PostgreSQL shows it
    /// @param connect how long each address of the database may take to be reached
    /// @param login how long all of it may take, until statements can be sent
    /// @param answer how long one statement may
    public OwnConnection of(String name, Duration connect, Duration login, Duration answer) {
        var properties = new Properties();
        username.ifPresent(one -> PGProperty.USER.set(properties, one));
        password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
        PGProperty.APPLICATION_NAME.set(properties, name);
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) connect.toSeconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, (int) login.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) answer.toSeconds());
        return new OwnConnection(url, properties, settings);
    }
}
