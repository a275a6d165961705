package dev.byline.query;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.stream.Stream;

/// Writes by JDBC what needs no entity, in the transaction of the command.
@Singleton
public class Writes {
    private final AgroalDataSource writers;

    Writes(AgroalDataSource writers) {
        this.writers = writers;
    }

    public void run(Sql sql) {
        run(Stream.of(sql));
    }

    /// All of them go to the database together.
    public void run(Stream<Sql> statements) {
        statements.reduce((one, other) -> one.then(";").then(other)).ifPresent(this::execute);
    }

    private void execute(Sql sql) {
        try (var connection = writers.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            Reads.bind(statement, sql.values());
            statement.execute();
        } catch (SQLException refused) {
            throw new Refused(refused);
        }
    }
}
