package dev.byline.sql;

import io.agroal.api.AgroalDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Statements that go to the database together, in one round trip, within the transaction of a
/// command. They are run in their order. Each has its own snapshot: it sees what those before it
/// did, and what was committed while one of them waited for a lock.
public final class Batch {
    private final AgroalDataSource writers;
    private final List<Result<?>> asked = new ArrayList<>();

    Batch(AgroalDataSource writers) {
        this.writers = writers;
    }

    /// What a statement yields, to be read after [#run].
    public static final class Result<T> {
        private final Sql sql;
        private final Reads.Row<T> row;
        private final List<T> rows = new ArrayList<>();

        private Result(Sql sql, Reads.Row<T> row) {
            this.sql = sql;
            this.row = row;
        }

        public List<T> all() {
            return rows;
        }

        public Optional<T> first() {
            return rows.stream().findFirst();
        }

        private void read(PreparedStatement statement) throws SQLException {
            if (row != null) {
                try (var found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(row.of(found));
                    }
                }
            }
        }
    }

    /// @param sql one statement
    public <T> Result<T> ask(Sql sql, Reads.Row<T> row) {
        var result = new Result<>(sql, row);
        asked.add(result);
        return result;
    }

    /// Statements of which nothing is read.
    public void add(Stream<Sql> statements) {
        statements.forEach(sql -> ask(sql, null));
    }

    public void add(Sql statement) {
        ask(statement, null);
    }

    /// Runs what was added, if anything.
    public void run() {
        if (asked.isEmpty()) {
            return;
        }
        var text = asked.stream().map(one -> one.sql.text()).collect(Collectors.joining(";"));
        var values = asked.stream().flatMap(one -> one.sql.values().stream()).toList();
        try (var connection = writers.getConnection();
                var statement = connection.prepareStatement(text)) {
            Reads.bind(statement, values);
            statement.execute();
            for (var one : asked) {
                one.read(statement);
                statement.getMoreResults();
            }
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }
}
