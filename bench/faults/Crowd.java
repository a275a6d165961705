package bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// Users who do the same again and again until they are sent home.
final class Crowd implements AutoCloseable {
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    /// So many, each of whom does it, rests, and does it again.
    ///
    /// @param work is given the number of the one who does it
    Crowd join(int many, Duration rest, IntConsumer work) {
        for (int i = 0; i < many; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> repeat(number, rest, work)));
        }
        return this;
    }

    private void repeat(int number, Duration rest, IntConsumer work) {
        while (!isOver.get()) {
            try {
                work.accept(number);
                Thread.sleep(rest);
            } catch (InterruptedException | CancellationException _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        for (var thread : threads) {
            thread.interrupt();
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
