package dev.byline.reading;

import dev.byline.sql.DatabaseException;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// How many articles readers find, kept by the commands as rows of `listed_count` that each say by
/// how many they became more or fewer, and when. They are summed up when they are read, and from
/// time to time those that are past become one, on every server: two that do so at once each take
/// what the other leaves.
@Singleton
public class ListedCounts {
    private static final Logger LOG = Logger.getLogger(ListedCounts.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /// How many articles readers find now, by the month in which they were first published: rows
    /// of `year`, `month` and `count`, the newest first.
    public static final Sql BY_MONTH =
            Sql.of(
                    """
                    select extract(year from c.month)::integer as year,
                        extract(month from c.month)::integer as month, sum(c.articles) as count
                    from listed_count c where c.month is not null and c.at <= now()
                    group by c.month having sum(c.articles) > 0 order by c.month desc
                    """);

    /// How many articles readers find now under a term.
    ///
    /// @param term SQL that yields its id
    static Sql under(Sql term) {
        return Sql.of("select coalesce(sum(c.articles), 0) from listed_count c where c.term_id = ")
                .then(term)
                .then(" and c.month is null and c.at <= now()");
    }

    private final Writes writes;
    private final Vertx vertx;

    ListedCounts(Writes writes, Vertx vertx) {
        this.writes = writes;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(PAUSE.toMillis(), _ -> Thread.startVirtualThread(this::sumUp));
    }

    /// The sums stay the same: what fails now is done the next time.
    private void sumUp() {
        try {
            writes.run(Sql.of("select sum_up_listed_counts()"));
        } catch (DatabaseException failed) {
            LOG.debug("The counts could not be summed up", failed);
        }
    }
}
