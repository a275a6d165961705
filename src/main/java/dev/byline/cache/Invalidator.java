package dev.byline.cache;

import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Lets this server and the others forget answers where no command outdates them.
@Singleton
public class Invalidator {
    private final Writes writes;
    private final ResponseCache cache;
    private final Bell bell;

    Invalidator(Writes writes, ResponseCache cache, Bell bell) {
        this.writes = writes;
        this.cache = cache;
        this.bell = bell;
    }

    /// @param key under which caches keep them
    public void answersOf(String key) {
        var outdated = Invalidation.of(key);
        cache.drop(outdated.gone());
        writes.run(
                Invalidation.Message.rows(outdated.messages(() -> UUID.randomUUID().toString())));
        bell.ring();
    }
}
