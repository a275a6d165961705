package dev.byline.cache;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/// One reading of an answer, by who asked first, and the others who wait for it meanwhile. They
/// hold no thread.
final class InFlight {
    private final String address;
    private final String key;
    private final long begin;
    private final long instant = System.nanoTime();
    private List<Waiter> waiters = new ArrayList<>();

    /// Who waits, and where its request is to be taken up again.
    record Waiter(RoutingContext exchange, Context place, int attempts) {}

    /// @param liked the media type that who asked first likes best: those who like another have
    /// readings of their own
    /// @param begin as [ResponseCache#begin] tells
    InFlight(String address, String liked, long begin) {
        this.address = address;
        this.key = Answer.key(address, liked);
        this.begin = begin;
    }

    String address() {
        return address;
    }

    String key() {
        return key;
    }

    long begin() {
        return begin;
    }

    /// When it began, of [System#nanoTime].
    long instant() {
        return instant;
    }

    /// @return false when it is over already
    synchronized boolean await(Waiter waiter) {
        return waiters != null && waiters.add(waiter);
    }

    synchronized boolean isAwaited() {
        return waiters != null && !waiters.isEmpty();
    }

    /// Ends it; a second time there is nobody left.
    synchronized List<Waiter> complete() {
        var all = waiters == null ? List.<Waiter>of() : waiters;
        waiters = null;
        return all;
    }
}
