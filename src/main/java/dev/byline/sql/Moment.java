package dev.byline.sql;

import java.time.Duration;
import java.time.Instant;

/// An instant of the database's clock.
///
/// @param nanos what this process's own clock, [System#nanoTime], said before it was asked
public record Moment(Instant now, long nanos) {
    /// How long it is from then to a later instant.
    public Duration until(Instant later) {
        return Duration.between(now, later);
    }
}
