package dev.byline.cache;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// Hears from the database what the commands of every server outdate, on a connection of its own.
/// PostgreSQL tells it when a command is committed, in that order, and before it answers a
/// question that is asked later: so whoever has an answer has heard of everything that was
/// committed before the question. Five times a second it asks, and the cache is trusted for three
/// fifths of a second from then on: when the connection breaks, or the database or this thread
/// stands still, nothing is served from it.
@Singleton
class InvalidationListener implements Runnable {
    private static final Logger LOG = Logger.getLogger(InvalidationListener.class);
    private static final int BEAT_MILLIS = 200;
    private static final long TRUST = Duration.ofMillis(600).toNanos();
    private static final String CLOCK = "select clock_timestamp()";

    private final ResponseCache cache;
    private final OwnInvalidations own;
    private final String url;
    private final Properties properties;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("byline-listener").unstarted(this);
    private volatile boolean isStopped;

    InvalidationListener(
            ResponseCache cache,
            OwnInvalidations own,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.cache = cache;
        this.own = own;
        this.url = url;
        this.properties = properties(username, password);
    }

    private static Properties properties(Optional<String> username, Optional<String> password) {
        var properties = new Properties();
        username.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
        PGProperty.APPLICATION_NAME.set(properties, "byline-listener");
        PGProperty.CONNECT_TIMEOUT.set(properties, 2);
        PGProperty.LOGIN_TIMEOUT.set(properties, 5);
        PGProperty.SOCKET_TIMEOUT.set(properties, 2);
        return properties;
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
            try (var connection = new Driver().connect(url, properties)) {
                hear(connection);
            } catch (SQLException lost) {
                LOG.debug("The connection that listens is lost", lost);
            }
            pause();
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

    private static void pause() {
        try {
            Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection) throws SQLException {
        var notices = connection.unwrap(PGConnection.class);
        if (isPooled(connection, notices)) {
            LOG.warn(
                    "Between this server and the database stands a pooler of connections. Changes are not heard through it,"
                            + " so no answers are kept in memory; and if it pools transactions instead of sessions, writes"
                            + " will fail. Connect to the database itself.");
            isStopped = true;
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Invalidation.CHANNEL);
        }
        own.clear();
        cache.dropEverything();
        while (!isStopped) {
            var asked = System.nanoTime();
            now(connection);
            hear(notices, 0, connection);
            cache.trust(asked + TRUST);
            while (!isStopped && System.nanoTime() - asked < BEAT_MILLIS * 1_000_000L) {
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
