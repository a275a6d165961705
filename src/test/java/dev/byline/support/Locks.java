package dev.byline.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// What waits for a lock of the database.
public final class Locks {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private Locks() {}

    /// Returns when somebody waits for what the connection has locked.
    public static void awaitWaiting(Connection connection)
            throws SQLException, InterruptedException {
        var begin = System.nanoTime();
        try (var statement = connection.createStatement()) {
            while (true) {
                try (var rows =
                        statement.executeQuery(
                                "select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))")) {
                    if (rows.next()) {
                        return;
                    }
                }
                if (System.nanoTime() - begin > PATIENCE) {
                    throw new AssertionError("Nobody waits for the lock.");
                }
                Thread.sleep(20);
            }
        }
    }
}
