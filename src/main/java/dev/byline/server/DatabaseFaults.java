package dev.byline.server;

import static dev.byline.http.ProblemType.*;

import dev.byline.http.Problem;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.postgresql.util.PSQLException;

/// What the database refused, or why it could not be asked. Uniqueness is its business alone:
/// two requests at the same moment meet here.
final class DatabaseFaults {
    private DatabaseFaults() {}

    static Optional<Problem> problem(Throwable thrown) {
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

    private static Optional<Problem> constraint(PSQLException refused) {
        var message = refused.getServerErrorMessage();
        var name = message == null ? null : message.getConstraint();
        return switch (name == null ? "" : name) {
            case "article_slug_unique", "author_slug_unique", "tag_slug_unique" ->
                    Optional.of(Problem.of(SLUG_TAKEN, "Another one has this slug."));
            case "account_name_unique", "account_name_key_unique" ->
                    Optional.of(Problem.of(NAME_TAKEN, "Another account has this name."));
            case "article_pkey", "comment_pkey", "account_pkey", "token_pkey" ->
                    Optional.of(Problem.of(ID_TAKEN, "There is one with this id already."));
            case "revision_one_live_at_a_time" ->
                    Optional.of(
                            Problem.of(TIMELINE_CONFLICT, "Two revisions would be live at once."));
            case "revision_author_exists", "revision_tag_exists" ->
                    Optional.of(
                            Problem.of(
                                    IN_USE,
                                    "It came into use, or was deleted, at the same moment."));
            case "revision_saved_by_fkey", "comment_account_id_fkey" ->
                    Optional.of(
                            Problem.of(
                                    INVALID_TOKEN, "The account was deleted at the same moment."));
            default -> Optional.empty();
        };
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
