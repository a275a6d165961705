package dev.byline.cache;

import java.time.Duration;

/// How long an answer may be kept from when its reading began, by this machine's monotonic
/// clock, whose readings are in nanoseconds.
///
/// @param begin taken before the reading, so that it errs towards too early
/// @param end when the timeline moves on
record Lifetime(long begin, long end) {
    /// Of what is not planned nobody knows; those who are not told when it changes ask again
    /// after this time.
    private static final long UNTOLD_SECONDS = 10;

    /// Those who are told, by key, may miss it when they are restarted.
    private static final long TOLD_SECONDS = 60;

    private static final long SECOND = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    /// That much later; a day later at most, and where it is null. What is over is over: any
    /// amount, a thousand years either way, is bounded before it becomes nanoseconds.
    static long after(long begin, Duration rest) {
        return begin + bounded(rest).toNanos();
    }

    /// A span of at least nothing and at most a day, which is what null gives.
    private static Duration bounded(Duration rest) {
        if (rest == null || rest.compareTo(LONGEST) > 0) {
            return LONGEST;
        }
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /// The same, with another end if that comes earlier.
    Lifetime until(long other) {
        return other - end < 0 ? new Lifetime(begin, other) : this;
    }

    boolean isOver(long now) {
        return now - end >= 0;
    }

    long age(long now) {
        return Math.max(0, (now - begin) / SECOND);
    }

    /// `Cache-Control` in a second of its life. `max-age` counts from the beginning, so that what
    /// is left after `Age` never passes the end.
    String cacheControl(long age) {
        return "public, max-age=" + (age + left(age, UNTOLD_SECONDS));
    }

    /// `Surrogate-Control` likewise, for those who can be told by key.
    String surrogateControl(long age) {
        return "max-age=" + (age + left(age, TOLD_SECONDS));
    }

    private long left(long age, long most) {
        var atEndOfSecond = begin + (age + 1) * SECOND;
        return Math.max(0, Math.min(most, (end - atEndOfSecond) / SECOND));
    }
}
