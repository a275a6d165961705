package dev.byline.sql;

import java.time.Duration;

/// What a read may take of the database, as far as the question tells.
public enum Cost {
    /// An index yields it.
    LOW(0, Duration.ZERO),
    /// It may read many rows for the few that it shows: a search, a filter on what has no index,
    /// or their whole texts.
    SEARCH(1, Duration.ofMillis(250)),
    /// It reads all of them: counts, facets, a filter for what is not there.
    SCAN(4, Duration.ZERO);

    /// Of [ExpensiveReads#PLACES].
    final int places;

    /// How long it waits for them.
    final Duration patience;

    Cost(int places, Duration patience) {
        this.places = places;
        this.patience = patience;
    }

    /// The greater of both.
    public Cost and(Cost other) {
        return compareTo(other) < 0 ? other : this;
    }
}
