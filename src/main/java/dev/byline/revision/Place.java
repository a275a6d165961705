package dev.byline.revision;

import java.time.Instant;

/// Where a revision stands on the timeline: when it begins, ends, and would end by itself. One that
/// readers never get has no beginning.
public record Place(int revision, Instant from, Instant until, Instant agreed) {
    public boolean nowhere() {
        return from == null;
    }

    boolean holds(Instant instant) {
        return from != null && !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
