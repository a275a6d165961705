package dev.byline.server;

import static dev.byline.http.ProblemType.PRECONDITION_FAILED;
import static dev.byline.http.ProblemType.UNAVAILABLE;

import dev.byline.http.Problem;
import dev.byline.sql.ConstraintProblem;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the database refused, or why it could not be asked.
@Singleton
class DatabaseFaults {
    private final Map<String, Problem> constraints = new HashMap<>();

    DatabaseFaults(EntityManagerFactory entities) {
        for (var entity : entities.getMetamodel().getEntities()) {
            for (var told : entity.getJavaType().getAnnotationsByType(ConstraintProblem.class)) {
                for (var name : told.constraint()) {
                    constraints.put(name, Problem.of(told.type(), told.detail()));
                }
            }
        }
    }

    Optional<Problem> problem(Throwable thrown) {
        return switch (thrown) {
            case OptimisticLockException _, StaleStateException _ ->
                    Optional.of(
                            Problem.of(PRECONDITION_FAILED, "It was changed at the same moment."));
            case JDBCConnectionException _, SQLTransientException _ -> unavailable();
            // A server's refusal has a SQLSTATE; without one it is the pool that had no connection
            case SQLException refused when refused.getSQLState() == null -> unavailable();
            case PSQLException refused when constraint(refused).isPresent() -> constraint(refused);
            case SQLException refused -> state(refused);
            default -> Optional.empty();
        };
    }

    /// Of a commit that was cut off: the transaction manager keeps what the driver said among what
    /// it suppressed. Nobody can tell whether it was done.
    static Optional<Problem> commit(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            for (var suppressed : cause.getSuppressed()) {
                if (isCutOff(suppressed)) {
                    return Optional.of(
                            Problem.of(
                                    UNAVAILABLE,
                                    "The connection to the database broke while this was being stored, which may have"
                                            + " happened or not. Repeat it with the same key, or read what is there first."));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isCutOff(Throwable suppressed) {
        for (var cause = suppressed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failed && state(failed).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Problem> constraint(PSQLException refused) {
        return Optional.ofNullable(refused.getServerErrorMessage())
                .map(ServerErrorMessage::getConstraint)
                .map(constraints::get);
    }

    /// SQLSTATE classes of PostgreSQL's appendix A: 08 connection, 53 resources, 57P operator
    /// intervention; 40001 and 40P01 ask for a retry, 55P03 is a lock that was not to be had in
    /// time, 57014 a cancelled statement. 99999 is the driver's own: a connection that was still
    /// being made when the time for it was over.
    private static Optional<Problem> state(SQLException refused) {
        var state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.equals("40001")
                        || state.equals("40P01")
                        || state.equals("55P03")
                        || state.equals("99999")
                ? unavailable()
                : Optional.empty();
    }

    private static Optional<Problem> unavailable() {
        return Optional.of(
                Problem.of(UNAVAILABLE, "The database cannot answer right now. Try again."));
    }
}
