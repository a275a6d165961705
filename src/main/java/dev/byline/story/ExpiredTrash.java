package dev.byline.story;

import dev.byline.sql.Backlog;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Removes for good what has been in the trash for as many days as the setting says, with an entry
/// of the log for each. Without the setting everything stays.
@Singleton
class ExpiredTrash implements Backlog {
    private static final String EXPIRED = "trashed_at < now() - make_interval(days => ?)";

    private static final String PURGE =
            """
            with expired as (
                select id from article where %s order by trashed_at limit 100 for update skip locked),
            purged as (
                delete from article a using expired where a.id = expired.id returning a.id, a.kind)
            insert into change (act, subject_type, subject_id)
            select kind || '.purged', kind, id from purged returning 1
            """
                    .formatted(EXPIRED);

    private final Reads reads;
    private final Writes writes;
    private final Optional<Integer> days;

    ExpiredTrash(
            Reads reads,
            Writes writes,
            @ConfigProperty(name = "byline.trash-days") Optional<Integer> days) {
        this.reads = reads;
        this.writes = writes;
        this.days = days;
        if (days.filter(number -> number < 1).isPresent()) {
            throw new ConfigurationException(
                    "BYLINE_TRASH_DAYS must be a number of days, 1 or more.");
        }
    }

    @Override
    public String metric() {
        return "byline.trash.expired";
    }

    @Override
    public String task() {
        return "removed from the trash for good";
    }

    @Override
    public long left() {
        return days.map(
                        number ->
                                reads.first(
                                                Sql.of(
                                                        "select count(*) from article where "
                                                                + EXPIRED,
                                                        number),
                                                row -> row.getLong(1))
                                        .orElseThrow())
                .orElse(0L);
    }

    @Override
    public boolean batch() {
        return days.isPresent()
                && QuarkusTransaction.requiringNew()
                        .call(() -> writes.first(Sql.of(PURGE, days.get()), _ -> true).isPresent());
    }
}
