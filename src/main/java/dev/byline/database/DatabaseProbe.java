package dev.byline.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// Asks the database twice a second, on a connection of its own, whether it is there. It is away
/// where it answers neither on that connection nor on a new one, which is known within four
/// seconds. Then whoever waits for it is told at once, since the pools' connections are closed, and
/// nobody else begins to wait; until it answers again.
///
/// Where it lets nobody else in since too many are (SQLSTATE 53…), it is busy and not away.
@Singleton
public class DatabaseProbe implements Runnable {
    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);
    private static final long BEAT_MILLIS = 500;

    private final Iterable<AgroalDataSource> pools;
    private final String url;
    private final Properties properties = new Properties();
    private final Thread thread = Thread.ofPlatform().daemon().name("byline-probe").unstarted(this);
    private Connection connection;
    private volatile boolean isAway;
    private volatile boolean isStopped;

    DatabaseProbe(
            @Any Instance<AgroalDataSource> pools,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.pools = pools;
        this.url = url;
        username.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
        PGProperty.APPLICATION_NAME.set(properties, "byline-probe");
        PGProperty.CONNECT_TIMEOUT.set(properties, 1);
        PGProperty.LOGIN_TIMEOUT.set(properties, 1);
        PGProperty.SOCKET_TIMEOUT.set(properties, 2);
    }

    public boolean isAway() {
        return isAway;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        thread.interrupt();
    }

    @Override
    public void run() {
        while (!isStopped) {
            look();
            pause();
        }
        close();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(BEAT_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks once.
    void look() {
        try {
            if (connection == null || !answers()) {
                connect();
            }
            found();
        } catch (SQLException missing) {
            close();
            if (missing.getSQLState() != null && missing.getSQLState().startsWith("53")) {
                found();
            } else {
                missed(missing);
            }
        }
    }

    private boolean answers() {
        try (var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException _) {
            close();
            return false;
        }
    }

    private void connect() throws SQLException {
        connection = new Driver().connect(url, properties);
    }

    private void found() {
        if (isAway) {
            isAway = false;
            LOG.info("The database answers again");
        }
    }

    private void missed(SQLException missing) {
        if (!isAway && !isStopped) {
            isAway = true;
            LOG.errorf("The database does not answer: %s", missing.getMessage());
            pools.forEach(pool -> pool.flush(FlushMode.ALL));
        }
    }

    private void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException _) {
                // it is gone already
            }
            connection = null;
        }
    }
}
