package dev.byline.server;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicInteger;

/// How many requests there are at one time. One whose body is still awaited costs nearly nothing
/// and counts apart: those who send slowly take the places of each other alone. Where too many
/// are awaited, the one that has been for longest is given up.
final class Admission {
    /// Requests under way. Beyond it there is no queue that grows, but an answer at once.
    private static final int MOST_UNDER_WAY = 2_000;

    /// Of up to 16 KiB each in memory.
    private static final int MOST_AWAITED = 2_000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final SequencedSet<IncomingBody> awaited = new LinkedHashSet<>();

    boolean isFull() {
        return underWay.get() >= MOST_UNDER_WAY;
    }

    /// Counts the request until it is answered, or its connection is gone.
    void count(RoutingContext context, IncomingBody body) {
        var place = new Place();
        context.addEndHandler(
                _ -> {
                    forget(body);
                    place.leave();
                });
        if (body.isIn()) {
            place.take();
        } else {
            await(body);
            body.whenOver(
                    isIn -> {
                        forget(body);
                        if (isIn) {
                            place.take();
                        }
                    });
        }
    }

    private void await(IncomingBody body) {
        IncomingBody oldest = null;
        synchronized (awaited) {
            awaited.add(body);
            if (awaited.size() > MOST_AWAITED) {
                oldest = awaited.removeFirst();
            }
        }
        if (oldest != null) {
            oldest.giveUp();
        }
    }

    private void forget(IncomingBody body) {
        synchronized (awaited) {
            awaited.remove(body);
        }
    }

    /// Of one request among those under way. The answer may come before the body is in.
    private final class Place {
        private boolean isTaken;
        private boolean isLeft;

        synchronized void take() {
            if (!isTaken && !isLeft) {
                isTaken = true;
                underWay.incrementAndGet();
            }
        }

        synchronized void leave() {
            if (isTaken && !isLeft) {
                underWay.decrementAndGet();
            }
            isLeft = true;
        }
    }
}
