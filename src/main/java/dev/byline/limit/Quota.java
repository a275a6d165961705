package dev.byline.limit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/// So many units in a span of time: what a bucket holds, and in what time it fills up.
record Quota(long units, Duration window) {
    Quota times(int factor) {
        return new Quota(units * factor, window);
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(units).refillGreedy(units, window).build();
    }

    /// In how many whole seconds so many units are there again.
    long seconds(long missing) {
        return Math.max(0, Math.ceilDiv(missing * window.toMillis(), units * 1_000));
    }
}
