package dev.byline.http.cache;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/// One reading of an answer, by who asked first, and the others who wait for it meanwhile. They
/// hold no thread.
final class Flight {
    private final String address;
    private final long begin;
    private final long instant = System.nanoTime();
    private List<Passenger> passengers = new ArrayList<>();

    /// Who waits, and where its request is to be taken up again.
    record Passenger(RoutingContext exchange, Context place, int flights) {}

    /// @param begin as [ResponseCache#begin] tells
    Flight(String address, long begin) {
        this.address = address;
        this.begin = begin;
    }

    String address() {
        return address;
    }

    long begin() {
        return begin;
    }

    /// When it began, of [System#nanoTime].
    long instant() {
        return instant;
    }

    /// @return false when it is over already
    synchronized boolean take(Passenger passenger) {
        return passengers != null && passengers.add(passenger);
    }

    synchronized boolean hasPassengers() {
        return passengers != null && !passengers.isEmpty();
    }

    /// Ends it; a second time there is nobody left.
    synchronized List<Passenger> land() {
        var all = passengers == null ? List.<Passenger>of() : passengers;
        passengers = null;
        return all;
    }
}
