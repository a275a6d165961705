package dev.byline.cache;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/// The next instant on the timeline of all articles, at which a list may change. The database is
/// asked again when that has passed, or when a command changed the timeline.
@Singleton
public class NextTransition {
    /// The key of what changes it.
    public static final String TIMELINE = "timeline";
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
    private static final Set<String> KEYS = Set.of(TIMELINE);
    private static final Sql NEXT =
            Sql.of(
                    """
                    select extract(epoch from least(
                        (select min(live_from) from revision where live_from > now()),
                        (select min(live_until) from revision where live_until > now())) - now()) as rest
                    """);

    private final Reads reads;
    private final ResponseCache cache;
    private volatile Sight last;

    NextTransition(Reads reads, ResponseCache cache) {
        this.reads = reads;
        this.cache = cache;
    }

    /// To be asked before the list is read: what passes between the two then ends the list's
    /// lifetime before it begins.
    public Sight look() {
        var sight = last;
        if (sight == null || !sight.isGood(cache)) {
            var begin = cache.begin();
            var asked = System.nanoTime();
            sight = new Sight(begin, asked, reads.all(NEXT, NextTransition::rest).getFirst());
            last = sight;
        }
        return sight;
    }

    /// How far away it was.
    public record Sight(long begin, long asked, Duration rest) {
        private boolean isGood(ResponseCache cache) {
            return cache.isCurrent(begin, KEYS)
                    && (rest == null || System.nanoTime() - asked < rest.toNanos());
        }

        public SurrogateKeys shown(Stream<String> keys) {
            return SurrogateKeys.of(keys, asked, rest);
        }
    }

    /// Of a column in seconds, a year at most: years that a timeline takes, up to 9999, are more
    /// nanoseconds than a `long` holds.
    public static Duration rest(ResultSet row) throws SQLException {
        var seconds = row.getBigDecimal("rest");
        if (seconds == null) {
            return null;
        }
        var bounded = seconds.min(LONGEST).max(LONGEST.negate());
        return Duration.ofNanos(bounded.movePointRight(9).longValue());
    }
}
