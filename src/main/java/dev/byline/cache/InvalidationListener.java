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

/// Reads in the database what the commands of every server outdate, on a connection of its own:
/// when the [Bell] rings, and five times a second in any case. An answer has everything that was
/// committed before the question, so the cache is trusted for three fifths of a second from then
/// on: when the connection breaks, or the database or this thread stands still, nothing is served
/// from it.
@Singleton
class InvalidationListener {
    private static final Logger LOG = Logger.getLogger(InvalidationListener.class);
    private static final int BEAT_MILLIS = 200;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LOGIN = Duration.ofSeconds(5);
    private static final long TRUST = Duration.ofMillis(600).toNanos();

    /// It may have missed what was swept since ([Bell]).
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

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
        var unread = new UnreadInvalidations(connection);
        cache.dropEverything();
        for (long last = System.nanoTime(), asked = last; !loop.isStopped(); last = asked) {
            asked = System.nanoTime();
            if (asked - last > LONGEST) {
                return;
            }
            take(unread, connection);
            cache.trust(asked + TRUST);
            notices.getNotifications(BEAT_MILLIS);
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

    private void take(UnreadInvalidations unread, Connection connection) throws SQLException {
        for (var message : unread.read()) {
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
