package dev.byline.cache;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Tells the messages of this server's own commands, which it has acted on when it hears them
/// from the database: acting again would drop what was read since.
@Singleton
public class OwnInvalidations {
    private static final int MOST = 10_000;

    private final String server = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong count = new AtomicLong();

    /// Messages that one side knows of: heard but not acted on by the command, or the other way.
    private final Map<String, Boolean> halves = new ConcurrentHashMap<>();

    /// An id for a message.
    public String next() {
        return server + "." + count.incrementAndGet();
    }

    /// A command that is known to be committed has acted on its message.
    public void done(String message) {
        meet(message);
    }

    /// @return whether there is nothing left to do about a message that is heard
    boolean isKnown(String message) {
        return message.startsWith(server) && meet(message);
    }

    private boolean meet(String message) {
        if (halves.remove(message) != null) {
            return true;
        }
        if (halves.size() < MOST) {
            halves.put(message, true);
        }
        return false;
    }

    /// After a break nothing of before is heard any more.
    void clear() {
        halves.clear();
    }
}
