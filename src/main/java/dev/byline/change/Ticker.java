package dev.byline.change;

import dev.byline.database.BackgroundLoop;
import dev.byline.database.OwnConnection;
import dev.byline.database.OwnConnections;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Enters in the change log what happens by time alone, as where a plan comes due: twice a second,
/// on one of the servers, whichever holds the row of `ticker`. The entries and the instant up to
/// which there are all of them are one transaction, so a server that is killed leaves neither, and
/// the next one goes on from there. Nobody waits for it: readers ask the timeline itself.
@Singleton
class Ticker {
    private static final Logger LOG = Logger.getLogger(Ticker.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// Entries of one transaction.
    private static final int MOST = 1_000;

    private static final String DUE =
            """
            with span as materialized (select until as since, statement_timestamp() as now from ticker),
            due as (
                select t.* from (%s) t
                where not exists (select from change g where g.subject_id = t.subject_id
                    and g.act = t.act and g.at = t.at)
                order by t.at, t.subject_id limit %d)
            """;

    /// Writes nothing where there is nothing to do, but moves the instant on now and then: the span
    /// is to be short.
    private static final String LOOK =
            """
            select exists (select from due)
                or not exists (select from span where since > now - interval '5 seconds')
            """;

    private static final String FIRST =
            """
            insert into ticker (until) select statement_timestamp()
            where not exists (select from ticker) on conflict do nothing
            """;

    /// Yields up to when no command that is under way can have planned anything. To be asked before
    /// the statement that writes, which then sees what the others did, and the last holder.
    private static final String HOLD =
            """
            select least(statement_timestamp(), (select min(xact_start) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid())) as settled
            from ticker for update skip locked
            """;

    private static final String WRITE =
            """
            , written as (
                insert into change (act, subject_type, subject_id, at, revision_before, revision_after)
                select act, subject_type, subject_id, at, revision_before, revision_after from due
                order by at, subject_id returning 1),
            moved as (
                update ticker set until = greatest(until, ?) where (select count(*) from due) < %d)
            select count(*) from written
            """
                    .formatted(MOST);

    private final String due;
    final OwnConnection connection;
    private final BackgroundLoop loop;
    private boolean isFailing;

    Ticker(@All List<Transitions> all, OwnConnections connections) {
        var queries =
                all.stream().map(Transitions::query).collect(Collectors.joining(" union all "));
        this.due = DUE.formatted(queries, MOST);
        this.connection = connections.of("byline-ticker", CONNECT, CONNECT, ANSWER);
        this.loop = new BackgroundLoop("byline-ticker", BEAT, this::turn, connection::close);
    }

    void start(@Observes StartupEvent event) {
        // Tests have it tick when they say so
        if (LaunchMode.current() != LaunchMode.TEST) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void turn() {
        try {
            while (!loop.isStopped() && tick() == MOST) {}
            isFailing = false;
        } catch (SQLException failed) {
            connection.close();
            if (!isFailing && !loop.isStopped()) {
                isFailing = true;
                LOG.warnf(
                        "What time does is not entered in the change log: %s", failed.getMessage());
            }
        }
    }

    /// @return how many entries it wrote
    int tick() throws SQLException {
        var database = connection.get();
        database.setAutoCommit(true);
        if (!isDue(database)) {
            return 0;
        }
        database.setAutoCommit(false);
        try {
            var settled = hold(database);
            var written = settled == null ? 0 : write(settled, database);
            database.commit();
            return written;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private boolean isDue(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(due + LOOK)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /// @return null where another server holds it
    private static OffsetDateTime hold(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(FIRST);
            try (var rows = statement.executeQuery(HOLD)) {
                return rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
            }
        }
    }

    private int write(OffsetDateTime settled, Connection database) throws SQLException {
        try (var statement = database.prepareStatement(due + WRITE)) {
            statement.setObject(1, settled);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
