package dev.byline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// A connection beside the pools, for what a thread of the server does by itself: it never waits
/// behind requests, nor they behind it. It is made when it is asked for, and again when it was
/// closed. For one thread.
public final class OwnConnection {
    private final String url;
    private final Properties properties;
    private final String settings;
    private Connection connection;

    OwnConnection(String url, Properties properties, String settings) {
        this.url = url;
        this.properties = properties;
        this.settings = settings;
    }

    public Connection get() throws SQLException {
        if (connection == null) {
            connection = open();
        }
        return connection;
    }

    private Connection open() throws SQLException {
        var opened = new Driver().connect(url, properties);
        try (var statement = opened.createStatement()) {
            statement.execute(settings);
            return opened;
        } catch (SQLException failed) {
            opened.close();
            throw failed;
        }
    }

    public boolean isOpen() {
        return connection != null;
    }

    /// Where it is broken it is closed already.
    public void close() {
        if (isOpen()) {
            try {
                connection.close();
            } catch (SQLException _) {
                // it is gone already
            }
            connection = null;
        }
    }
}
