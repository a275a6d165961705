package dev.byline.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Reads what is only shown, by JDBC and without entities: one prepared statement, its rows
/// turned into records. Inside a transaction that writes it sees what was flushed. Outside, the
/// connections are others than those of the writers: they cannot write, a statement takes three
/// seconds at most (application.properties), each is a snapshot of its own, and those in
/// [#together] share one.
@Singleton
public class Reads {
    private static final ScopedValue<Connection> SNAPSHOT = ScopedValue.newInstance();
    /// Of a UUID as text.
    private static final int ID_LENGTH = 36;

    private static final ThreadLocal<long[]> SPENT = ThreadLocal.withInitial(() -> new long[1]);

    private final AgroalDataSource writers;
    private final AgroalDataSource readers;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper mapper;
    private final ExpensiveReads dear;

    Reads(
            AgroalDataSource writers,
            @DataSource("reads") AgroalDataSource readers,
            TransactionSynchronizationRegistry transactions,
            ObjectMapper mapper,
            ExpensiveReads dear) {
        this.writers = writers;
        this.readers = readers;
        this.transactions = transactions;
        this.mapper = mapper;
        this.dear = dear;
    }

    /// A record of a row.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public <T> List<T> all(Sql sql, Row<T> row) {
        return with(connection -> all(connection, sql, row));
    }

    public <T> Optional<T> first(Sql sql, Row<T> row) {
        return all(sql, row).stream().findFirst();
    }

    /// The first row, asked on connections that neither readers nor writers can take.
    public static <T> Optional<T> on(AgroalDataSource pool, Sql sql, Row<T> row) {
        try (var connection = pool.getConnection()) {
            return all(connection, sql, row).stream().findFirst();
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /// All these reads see one snapshot.
    public <T> T together(Supplier<T> reads) {
        return SNAPSHOT.isBound() || isWriting()
                ? reads.get()
                : with(connection -> snapshot(connection, reads));
    }

    /// Reads that together cost so much. Beyond what the database is to do at one time they are
    /// refused (503).
    public <T> T at(Cost cost, Supplier<T> reads) {
        return dear.read(cost, reads);
    }

    private static <T> T snapshot(Connection connection, Supplier<T> reads) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return ScopedValue.where(SNAPSHOT, connection).call(reads::get);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// How many nanoseconds this thread, which is its request's own, has spent on reads.
    public static long spent() {
        return SPENT.get()[0];
    }

    private boolean isWriting() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private <T> T with(Work<T> work) {
        ExpensiveReads.checkTime();
        try {
            if (SNAPSHOT.isBound()) {
                return work.in(SNAPSHOT.get());
            }
            var pool = isWriting() ? writers : readers;
            var begin = System.nanoTime();
            try (var connection = pool.getConnection()) {
                return work.in(connection);
            } finally {
                SPENT.get()[0] += System.nanoTime() - begin;
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static <T> List<T> all(Connection connection, Sql sql, Row<T> row) throws SQLException {
        try (var statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.values());
            return rows(statement.executeQuery(), row);
        }
    }

    private static <T> List<T> rows(ResultSet rows, Row<T> row) throws SQLException {
        var found = new ArrayList<T>();
        while (rows.next()) {
            found.add(row.of(rows));
        }
        return found;
    }

    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (var index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, sqlValue(statement, values.get(index)));
        }
    }

    private static Object sqlValue(PreparedStatement statement, Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case UUID[] ids -> statement.getConnection().createArrayOf("uuid", ids);
            case String[] texts -> statement.getConnection().createArrayOf("text", texts);
            case null, default -> value;
        };
    }

    /// What a column holds as JSON, or null.
    public <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : mapper.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(column, broken);
        }
    }

    /// The id in a column, or null.
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /// The ids in a column that is an array of them, in their order, or null.
    public static List<UUID> ids(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        if (text == null) {
            return null;
        }
        var ids = new ArrayList<UUID>();
        for (var at = 1; at + ID_LENGTH < text.length(); at += ID_LENGTH + 1) {
            ids.add(UUID.fromString(text.substring(at, at + ID_LENGTH)));
        }
        return ids;
    }

    /// The instant in a column, or null.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /// The number in a column, or null.
    public static Integer number(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
