package dev.byline.sql;

import static dev.byline.http.ProblemType.UNAVAILABLE;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/// Lets only few of the dear reads be done at one time, those of readers and those with a token
/// apart: what is cheap, and what is written, always finds connections and processors. The next is
/// told to come back, and each is charged to who asks. No statement of one begins after [#LONGEST],
/// so that the request ends within five seconds.
@Singleton
class ExpensiveReads {
    /// Fewer together than there are connections that read.
    private static final int PLACES = 8;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String REFUSAL =
            "Too many searches, counts and filters are being answered right now. Try again.";

    private static final ScopedValue<Admitted> ADMITTED = ScopedValue.newInstance();

    private final Bulkhead readers = new Bulkhead(PLACES, REFUSAL);
    private final Bulkhead known = new Bulkhead(PLACES, REFUSAL);
    private final SecurityIdentity identity;
    private final Budget budget;

    ExpensiveReads(SecurityIdentity identity, Budget budget) {
        this.identity = identity;
        this.budget = budget;
    }

    /// @param end of [System#nanoTime]
    private record Admitted(int places, long end) {}

    /// Within another dear read it takes the places that it needs beyond those of that.
    <T> T read(Cost cost, Supplier<T> read) {
        var held = ADMITTED.isBound() ? ADMITTED.get().places() : 0;
        if (cost.places <= held) {
            return read.get();
        }
        budget.charge(cost);
        var patience = held == 0 ? cost.patience : Duration.ZERO;
        var end = ADMITTED.isBound() ? ADMITTED.get().end() : end();
        return places().run(
                        cost.places - held,
                        patience,
                        () ->
                                ScopedValue.where(ADMITTED, new Admitted(cost.places, end))
                                        .call(held == 0 ? () -> paid(read) : read::get));
    }

    private <T> T paid(Supplier<T> read) {
        var begin = System.nanoTime();
        try {
            return read.get();
        } finally {
            budget.spent(System.nanoTime() - begin);
        }
    }

    private Bulkhead places() {
        return identity.isAnonymous() ? readers : known;
    }

    private static long end() {
        return System.nanoTime() + LONGEST.toNanos();
    }

    /// To be asked before each statement.
    static void checkTime() {
        if (ADMITTED.isBound() && System.nanoTime() - ADMITTED.get().end() > 0) {
            throw UNAVAILABLE.because("This takes the database longer than it may.");
        }
    }
}
