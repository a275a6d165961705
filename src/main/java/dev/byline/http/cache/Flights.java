package dev.byline.http.cache;

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
public class Flights {
    private static final String FLIGHT = Flight.class.getName();
    private static final int MOST_PASSENGERS = 1_500;

    /// How often somebody waits before going alone: an answer that changes faster than it is
    /// read must not be waited for for ever.
    private static final int MOST_FLIGHTS = 2;

    private final ResponseCache cache;
    private final Hits hits;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicInteger passengers = new AtomicInteger();

    Flights(ResponseCache cache, Hits hits) {
        this.cache = cache;
        this.hits = hits;
    }

    /// Passes a request on at once, or when its turn comes, or answers it with what another one
    /// was answered.
    public void board(RoutingContext exchange) {
        if (cache.isOn()
                && cache.isTrusted(System.nanoTime())
                && Question.isEveryones(exchange.request())) {
            board(exchange, 1);
        } else {
            exchange.next();
        }
    }

    private void board(RoutingContext exchange, int count) {
        var mine = new Flight(exchange.request().uri(), cache.begin());
        var other = flights.putIfAbsent(mine.address(), mine);
        if (other == null) {
            depart(mine, exchange);
        } else if (count > MOST_FLIGHTS || !wait(other, exchange, count)) {
            exchange.next();
        }
    }

    private boolean wait(Flight flight, RoutingContext exchange, int count) {
        if (passengers.incrementAndGet() <= MOST_PASSENGERS
                && flight.take(new Flight.Passenger(exchange, Vertx.currentContext(), count))) {
            return true;
        }
        passengers.decrementAndGet();
        return false;
    }

    /// Another may have ended between the look into the cache and this.
    private void depart(Flight flight, RoutingContext exchange) {
        if (hits.serve(exchange)) {
            cancel(flight, true);
            return;
        }
        exchange.put(FLIGHT, flight);
        exchange.addEndHandler(end -> cancel(flight, end.failed()));
        exchange.next();
    }

    /// Whether somebody waits for what this request is answered.
    public boolean isAwaited(RoutingContext exchange) {
        Flight flight = exchange.get(FLIGHT);
        return flight != null && flight.hasPassengers();
    }

    /// The answer to the request of this exchange, for all who wait for it and for the cache.
    public void land(RoutingContext exchange, Finished finished) {
        Flight flight = exchange.get(FLIGHT);
        if (flight == null || !cache.takes(finished.plain().length)) {
            return;
        }
        var answer = finished.answer(flight.address(), flight.instant());
        try {
            cache.keep(flight.begin(), answer);
            flights.remove(flight.address(), flight);
            flight.land().forEach(passenger -> hand(flight, answer, passenger));
        } finally {
            answer.release();
        }
    }

    private void hand(Flight flight, Answer answer, Flight.Passenger passenger) {
        answer.retain();
        leave(
                passenger,
                () -> {
                    try {
                        var now = System.nanoTime();
                        if (!cache.isCurrent(flight.begin(), answer)
                                || answer.isOver(now)
                                || !hits.serve(passenger.exchange(), answer, now)) {
                            board(passenger.exchange(), passenger.flights() + 1);
                        }
                    } finally {
                        answer.release();
                    }
                });
    }

    /// Who asked first is gone: the next of them leads. Or got what is not for all: each for
    /// itself then.
    private void cancel(Flight flight, boolean again) {
        flights.remove(flight.address(), flight);
        flight.land()
                .forEach(
                        passenger ->
                                leave(
                                        passenger,
                                        () -> {
                                            if (again && !hits.serve(passenger.exchange())) {
                                                board(passenger.exchange(), passenger.flights());
                                            } else if (!again) {
                                                passenger.exchange().next();
                                            }
                                        }));
    }

    private void leave(Flight.Passenger passenger, Runnable then) {
        passengers.decrementAndGet();
        passenger
                .place()
                .runOnContext(
                        _ -> {
                            if (!passenger.exchange().response().closed()) {
                                then.run();
                            }
                        });
    }
}
