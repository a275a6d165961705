package dev.byline.sql;

import static dev.byline.http.ProblemType.UNAVAILABLE;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps one kind of work from taking what the others need: so much of it is done at one time, and
/// who finds no place is told to come back (503).
public final class Bulkhead {
    private final Semaphore places;
    private final String refusal;

    /// @param refusal what is told to whom it refuses
    public Bulkhead(int places, String refusal) {
        this.places = new Semaphore(places, true);
        this.refusal = refusal;
    }

    /// @param count how many places the work takes
    /// @param patience how long it may wait for them; where that is zero, it is refused at once
    public <T> T run(int count, Duration patience, Supplier<T> work) {
        if (!enter(count, patience)) {
            throw UNAVAILABLE.because(refusal);
        }
        try {
            return work.get();
        } finally {
            places.release(count);
        }
    }

    private boolean enter(int count, Duration patience) {
        try {
            return patience.isZero()
                    ? places.tryAcquire(count)
                    : places.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
