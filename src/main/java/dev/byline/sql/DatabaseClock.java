package dev.byline.sql;

import jakarta.inject.Singleton;
import java.time.Instant;

/// The one clock that decides what is live: the database's, however many servers there are and
/// whatever theirs say. Not the start of the transaction (`now()`): a command may have waited
/// long for its lock.
@Singleton
public class DatabaseClock {
    private static final Sql NOW = Sql.of("select clock_timestamp() as now");

    private final Reads reads;

    DatabaseClock(Reads reads) {
        this.reads = reads;
    }

    public Instant now() {
        return reads.first(NOW, row -> Reads.instant(row, "now")).orElseThrow();
    }

    public Moment moment() {
        var nanos = System.nanoTime();
        return new Moment(now(), nanos);
    }

    /// Asks with the other statements of a batch.
    public static Batch.Result<Instant> ask(Batch batch) {
        return batch.ask(NOW, row -> Reads.instant(row, "now"));
    }
}
