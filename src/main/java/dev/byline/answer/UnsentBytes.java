package dev.byline.answer;

import static dev.byline.http.ProblemType.UNAVAILABLE;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the bytes of answers that their readers have not taken yet. Many who read slowly, or
/// not at all, would otherwise fill the memory with them: beyond a part of the heap the next is
/// told to come back.
@Singleton
class UnsentBytes {
    private static final long MOST = Runtime.getRuntime().maxMemory() / 6;

    private final AtomicLong bytes = new AtomicLong();
    private final RoutingContext exchange;

    UnsentBytes(RoutingContext exchange) {
        this.exchange = exchange;
    }

    /// 503 where there are too many already; otherwise they count until the exchange ends. Of
    /// one that ended before, since its reader hung up, nobody is told.
    void add(long length) {
        if (bytes.addAndGet(length) > MOST) {
            bytes.addAndGet(-length);
            throw UNAVAILABLE.because("Too many answers wait for their readers. Try again.");
        }
        var counted = new AtomicLong(length);
        exchange.addEndHandler(_ -> bytes.addAndGet(-counted.getAndSet(0)));
        if (exchange.response().closed()) {
            bytes.addAndGet(-counted.getAndSet(0));
        }
    }

    long sum() {
        return bytes.get();
    }
}
