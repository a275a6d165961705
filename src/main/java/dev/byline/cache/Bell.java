package dev.byline.cache;

import dev.byline.database.BackgroundLoop;
import dev.byline.database.OwnConnection;
import dev.byline.database.OwnConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Rings (`NOTIFY`) for the servers to read what was outdated, when the commands that did it have
/// ended: once for all that ended meanwhile. PostgreSQL lets only one transaction at a time commit
/// that rings, so commands do not. Where it does not ring, the servers read it a little later.
@Singleton
public class Bell {
    private static final Logger LOG = Logger.getLogger(Bell.class);
    private static final Duration REST = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long SWEEP = Duration.ofMinutes(1).toNanos();

    /// What is in memory on the way to the disk is lost with the connections of those who listen.
    private static final String RING =
            "set synchronous_commit = off; notify " + Invalidation.CHANNEL;

    /// By then everybody has read it, or begun anew.
    private static final String OLD =
            "delete from invalidation where at < clock_timestamp() - interval '2 minutes'";

    private final Semaphore asked = new Semaphore(0);
    private final OwnConnection connection;
    private final BackgroundLoop loop;
    private long swept = System.nanoTime();

    Bell(OwnConnections connections) {
        this.connection = connections.of("byline-bell", TIMEOUT, TIMEOUT, TIMEOUT);
        this.loop = new BackgroundLoop("byline-bell", REST, this::turn, connection::close);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /// To be called when it is committed, or may be.
    public void ring() {
        asked.release();
    }

    private void turn() {
        try {
            if (asked.tryAcquire(SWEEP, TimeUnit.NANOSECONDS)) {
                asked.drainPermits();
                run(RING);
            }
            if (System.nanoTime() - swept > SWEEP) {
                swept = System.nanoTime();
                run(OLD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            connection.close();
            LOG.debug("The bell did not ring", failed);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.get().createStatement()) {
            statement.execute(sql);
        }
    }
}
