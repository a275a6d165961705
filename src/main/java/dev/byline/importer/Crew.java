package dev.byline.importer;

import dev.byline.importer.report.Halt;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Does many things at once, a few at a time. What stops one of them stops all: those begun are
/// finished, those not begun are left.
final class Crew {
    /// Measured with the server and its database on the same two cores: more in flight only wait
    /// for each other.
    private static final int HANDS = 6;

    private final AtomicReference<Halt> stop = new AtomicReference<>();

    void stop(Halt reason) {
        stop.compareAndSet(null, reason);
    }

    boolean isStopped() {
        return stop.get() != null;
    }

    <T> void each(Collection<T> things, Consumer<T> work) {
        try (var hands = Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
            things.forEach(thing -> hands.execute(() -> tryTo(work, thing)));
        }
        if (isStopped()) throw stop.get();
    }

    private <T> void tryTo(Consumer<T> work, T thing) {
        if (isStopped()) return;
        try {
            work.accept(thing);
        } catch (Halt halt) {
            stop(halt);
        } catch (RuntimeException e) {
            stop(new Halt("The importer has a defect (" + e + ")."));
        }
    }
}
