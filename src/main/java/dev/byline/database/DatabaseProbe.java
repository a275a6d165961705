package dev.byline.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Asks the database twice a second, on a connection of its own, whether it is there. It is away
/// where it answers neither on that connection nor on a new one, which is known within four
/// seconds. Then whoever waits for it is told at once, since the pools' connections are closed, and
/// nobody else begins to wait; until it answers again.
///
/// Where it lets nobody else in since too many are (SQLSTATE 53…), it is busy and not away.
@Singleton
public class DatabaseProbe {
    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Iterable<AgroalDataSource> pools;
    private final OwnConnection connection;
    private final BackgroundLoop loop;
    private volatile boolean isAway;

    DatabaseProbe(@Any Instance<AgroalDataSource> pools, OwnConnections connections) {
        this.pools = pools;
        this.connection = connections.of("byline-probe", CONNECT, CONNECT, ANSWER);
        this.loop = new BackgroundLoop("byline-probe", BEAT, this::look, connection::close);
    }

    public boolean isAway() {
        return isAway;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /// Asks once.
    void look() {
        try {
            if (!connection.isOpen() || !answers()) {
                connection.get();
            }
            found();
        } catch (SQLException missing) {
            connection.close();
            if (missing.getSQLState() != null && missing.getSQLState().startsWith("53")) {
                found();
            } else {
                missed(missing);
            }
        }
    }

    private boolean answers() {
        try (var statement = connection.get().createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException _) {
            connection.close();
            return false;
        }
    }

    private void found() {
        if (isAway) {
            isAway = false;
            LOG.info("The database answers again");
        }
    }

    private void missed(SQLException missing) {
        if (!isAway && !loop.isStopped()) {
            isAway = true;
            LOG.errorf("The database does not answer: %s", missing.getMessage());
            pools.forEach(pool -> pool.flush(FlushMode.ALL));
        }
    }
}
