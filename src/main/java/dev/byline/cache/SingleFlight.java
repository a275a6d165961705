package dev.byline.cache;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets a thousand readers of a page that is not in the cache cost one reading of it. Who comes
/// while it is being read waits and gets the same, unless something changed that it shows: then
/// it is read anew for them. Where the reading ends in anything but an answer for all, those who
/// wait go on by themselves.
@Singleton
public class SingleFlight {
    private static final String READING = InFlight.class.getName();
    private static final int MOST_WAITERS = 1_500;

    /// How often somebody waits before going alone: an answer that changes faster than it is
    /// read must not be waited for for ever.
    private static final int MOST_ATTEMPTS = 2;

    private final ResponseCache cache;
    private final CacheHits hits;
    private final Map<String, InFlight> readings = new ConcurrentHashMap<>();
    private final AtomicInteger waiters = new AtomicInteger();

    SingleFlight(ResponseCache cache, CacheHits hits) {
        this.cache = cache;
        this.hits = hits;
    }

    /// Passes a request on at once, or when its turn comes, or answers it with what another one
    /// was answered.
    public void join(RoutingContext exchange) {
        if (cache.isOn()
                && cache.isTrusted(System.nanoTime())
                && RequestHead.isEveryones(exchange.request())) {
            join(exchange, 1);
        } else {
            exchange.next();
        }
    }

    private void join(RoutingContext exchange, int count) {
        var liked = CacheHits.accept(exchange).taken().getFirst();
        var mine = new InFlight(exchange.request().uri(), liked, cache.begin());
        var other = readings.putIfAbsent(mine.key(), mine);
        if (other == null) {
            lead(mine, exchange);
        } else if (count > MOST_ATTEMPTS || !wait(other, exchange, count)) {
            exchange.next();
        }
    }

    private boolean wait(InFlight reading, RoutingContext exchange, int count) {
        if (waiters.incrementAndGet() <= MOST_WAITERS
                && reading.await(new InFlight.Waiter(exchange, Vertx.currentContext(), count))) {
            return true;
        }
        waiters.decrementAndGet();
        return false;
    }

    /// Another may have ended between the look into the cache and this.
    private void lead(InFlight reading, RoutingContext exchange) {
        if (hits.serve(exchange)) {
            cancel(reading, true);
            return;
        }
        exchange.put(READING, reading);
        exchange.addEndHandler(end -> cancel(reading, end.failed()));
        exchange.next();
    }

    /// Whether somebody waits for what this request is answered.
    public boolean isAwaited(RoutingContext exchange) {
        InFlight reading = exchange.get(READING);
        return reading != null && reading.isAwaited();
    }

    /// The answer to the request of this exchange, for all who wait for it and for the cache.
    public void complete(RoutingContext exchange, RenderedAnswer finished) {
        InFlight reading = exchange.get(READING);
        if (reading == null || !cache.takes(finished.plain().length)) {
            return;
        }
        var answer = finished.answer(reading.address(), reading.instant());
        try {
            cache.keep(reading.begin(), answer);
            readings.remove(reading.key(), reading);
            reading.complete().forEach(waiter -> answer(reading, answer, waiter));
        } finally {
            answer.release();
        }
    }

    private void answer(InFlight reading, Answer answer, InFlight.Waiter waiter) {
        answer.retain();
        resume(
                waiter,
                () -> {
                    try {
                        var now = System.nanoTime();
                        if (!cache.isCurrent(reading.begin(), answer)
                                || answer.isOver(now)
                                || !hits.serve(waiter.exchange(), answer, now)) {
                            join(waiter.exchange(), waiter.attempts() + 1);
                        }
                    } finally {
                        answer.release();
                    }
                });
    }

    /// Who asked first is gone: the next of them leads. Or got what is not for all: each for
    /// itself then.
    private void cancel(InFlight reading, boolean again) {
        readings.remove(reading.key(), reading);
        reading.complete()
                .forEach(
                        waiter ->
                                resume(
                                        waiter,
                                        () -> {
                                            if (again && !hits.serve(waiter.exchange())) {
                                                join(waiter.exchange(), waiter.attempts());
                                            } else if (!again) {
                                                waiter.exchange().next();
                                            }
                                        }));
    }

    private void resume(InFlight.Waiter waiter, Runnable then) {
        waiters.decrementAndGet();
        waiter.place()
                .runOnContext(
                        _ -> {
                            if (!waiter.exchange().response().closed()) {
                                then.run();
                            }
                        });
    }
}
