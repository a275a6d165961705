package dev.byline.cache;

import dev.byline.database.BackgroundLoop;
import dev.byline.database.OwnConnection;
import dev.byline.database.OwnConnections;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/// Hears from the database what the commands of every server outdate, on a connection of its own.
/// PostgreSQL tells it when a command is committed, in that order, and before it answers a
/// question that is asked later: so whoever has an answer has heard of everything that was
/// committed before the question. Five times a second it asks, and the cache is trusted for three
/// fifths of a second from then on: when the connection breaks, or the database or this thread
/// stands still, nothing is served from it.
@Singleton
class InvalidationListener {
    private static final Logger LOG = Logger.getLogger(InvalidationListener.class);
    private static final int BEAT_MILLIS = 200;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LOGIN = Duration.ofSeconds(5);
    private static final long TRUST = Duration.ofMillis(600).toNanos();
    private static final String CLOCK = "select clock_timestamp()";

    private final ResponseCache cache;
    private final OwnInvalidations own;
    private final OwnConnection connection;
    private final BackgroundLoop loop =
            new BackgroundLoop(
                    "byline-listener", Duration.ofMillis(BEAT_MILLIS), this::connect, () -> {});

    InvalidationListener(ResponseCache cache, OwnInvalidations own, OwnConnections connections) {
        this.cache = cache;
        this.own = own;
        this.connection = connections.of("byline-listener", CONNECT, LOGIN, CONNECT);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void connect() {
        try {
            hear(connection.get());
        } catch (SQLException lost) {
            LOG.debug("The connection that listens is lost", lost);
        } finally {
            connection.close();
        }
    }

    /// Trust ends with the connection, before that is closed or another one made.
    private void hear(Connection connection) throws SQLException {
        try {
            listen(connection);
        } finally {
            cache.distrust();
        }
    }

    private void listen(Connection connection) throws SQLException {
        var notices = connection.unwrap(PGConnection.class);
        if (isPooled(connection, notices)) {
            LOG.warn(
                    "Between this server and the database stands a pooler of connections. Changes are not heard through it,"
                            + " so no answers are kept in memory; and if it pools transactions instead of sessions, writes"
                            + " will fail. Connect to the database itself.");
            loop.stop();
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Invalidation.CHANNEL);
        }
        own.clear();
        cache.dropEverything();
        while (!loop.isStopped()) {
            var asked = System.nanoTime();
            now(connection);
            hear(notices, 0, connection);
            cache.trust(asked + TRUST);
            while (!loop.isStopped() && System.nanoTime() - asked < BEAT_MILLIS * 1_000_000L) {
                hear(notices, BEAT_MILLIS, connection);
            }
        }
    }

    /// A pooler gives each client a number of its own making instead of that of the process that
    /// answers, which may be another for each transaction.
    private static boolean isPooled(Connection connection, PGConnection notices)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1) != notices.getBackendPID();
        }
    }

    /// @param patience milliseconds to wait for the first, or 0: what is there already
    private void hear(PGConnection notices, int patience, Connection connection)
            throws SQLException {
        var heard = patience == 0 ? notices.getNotifications() : notices.getNotifications(patience);
        if (heard == null) {
            return;
        }
        for (var notice : heard) {
            var message = notice.getParameter();
            if (!own.isKnown(Invalidation.id(message))) {
                take(Invalidation.parse(message), connection);
            }
        }
    }

    private void take(Invalidation outdated, Connection connection) throws SQLException {
        if (!outdated.gone().isEmpty()) {
            cache.drop(outdated.gone());
        }
        if (!outdated.bounded().isEmpty()) {
            var asked = System.nanoTime();
            var left = Duration.between(now(connection).toInstant(), outdated.next());
            cache.bound(outdated.bounded(), asked, left);
        }
    }

    private static OffsetDateTime now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CLOCK)) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }
}
