package dev.byline.cache;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Remembers when each key was dropped last, so that an answer whose reading began before that
/// is not kept. Keys share places: in doubt, an answer is not kept.
final class LastInvalidations {
    private static final int PLACES = 1 << 14;

    private final AtomicLong last = new AtomicLong();
    private final AtomicLongArray places = new AtomicLongArray(PLACES);
    private volatile long everything;

    /// To be asked before a reading begins.
    long now() {
        return last.get();
    }

    void add(Collection<String> keys) {
        var drop = last.incrementAndGet();
        keys.forEach(key -> places.accumulateAndGet(place(key), drop, Math::max));
    }

    void addEverything() {
        everything = last.incrementAndGet();
    }

    boolean anySince(long begin, Collection<String> keys) {
        return everything > begin || keys.stream().anyMatch(key -> places.get(place(key)) > begin);
    }

    private static int place(String key) {
        var hash = key.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
