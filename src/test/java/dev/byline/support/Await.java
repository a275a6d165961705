package dev.byline.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// For what comes about soon, but after the answer that a test has.
public final class Await {
    private Await() {}

    /// Fails where it has not come about after so long.
    public static void until(Duration longest, BooleanSupplier condition) {
        var end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0);
            Thread.onSpinWait();
        }
    }
}
