package dev.byline.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Whether many revisions are under authors and tags, as it was a minute ago at most. It decides by
/// which way a list is read, and never what is found on it.
@Singleton
class Frequencies {
    /// As many are read, and put into the order of the list as they come. Of more, the index of
    /// that order is gone through, which meets one of them soon.
    private static final int FEW = 3_000;

    private static final int MOST_KEPT = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Reads reads;
    private final Cache<Sql, Boolean> many =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    Frequencies(Reads reads) {
        this.reads = reads;
    }

    /// @param rows a select of what is under them
    /// @param cost of reading a few thousand of those
    boolean areMany(Sql rows, Cost cost) {
        var known = many.getIfPresent(rows);
        if (known != null) {
            return known;
        }
        var are = reads.at(cost, () -> ask(rows));
        many.put(rows, are);
        return are;
    }

    private boolean ask(Sql rows) {
        var question =
                Sql.of("select count(*) > %d from (".formatted(FEW))
                        .then(rows)
                        .then(" limit %d) x".formatted(FEW + 1));
        return reads.first(question, row -> row.getBoolean(1)).orElseThrow();
    }
}
