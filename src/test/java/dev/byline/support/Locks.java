package dev.byline.support;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Requests that wait for a lock of the database.
public final class Locks {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private Locks() {}

    /// What is answered to a request that began to wait for a row before a command on that row, of
    /// which its id is the parameter, was done.
    public static int answerAfter(
            AgroalDataSource database,
            String table,
            String id,
            String command,
            Callable<Integer> request)
            throws Exception {
        try (var connection = database.getConnection();
                var client = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            run(connection, "select from " + table + " where id = ? for update", id);
            var answer = client.submit(request);
            awaitWaiting(connection, 1);
            run(connection, command, id);
            connection.commit();
            connection.setAutoCommit(true);
            return answer.get();
        }
    }

    private static void run(Connection connection, String sql, String id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            statement.execute();
        }
    }

    /// Returns when so many wait for what the connection has locked.
    public static void awaitWaiting(Connection connection, int count)
            throws SQLException, InterruptedException {
        var begin = System.nanoTime();
        try (var statement = connection.createStatement()) {
            while (true) {
                try (var rows =
                        statement.executeQuery(
                                "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))")) {
                    rows.next();
                    if (rows.getInt(1) >= count) {
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
