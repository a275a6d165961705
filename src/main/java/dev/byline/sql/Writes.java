package dev.byline.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes by JDBC what needs no entity, in the transaction of the command where there is one.
@Singleton
public class Writes {
    private final AgroalDataSource writers;

    Writes(AgroalDataSource writers) {
        this.writers = writers;
    }

    /// An empty one.
    public Batch batch() {
        return new Batch(writers);
    }

    public void run(Sql sql) {
        run(Stream.of(sql));
    }

    /// All of them go to the database together.
    public void run(Stream<Sql> statements) {
        var batch = batch();
        batch.add(statements);
        batch.run();
    }

    /// The first row that a statement yields. Outside a transaction it is one by itself.
    public <T> Optional<T> first(Sql sql, Reads.Row<T> row) {
        try (var connection = writers.getConnection()) {
            return Reads.all(connection, sql, row).stream().findFirst();
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }
}
