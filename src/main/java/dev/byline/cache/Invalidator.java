package dev.byline.cache;

import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Lets this server and the others forget answers where no command outdates them.
@Singleton
public class Invalidator {
    private final Writes writes;
    private final ResponseCache cache;

    Invalidator(Writes writes, ResponseCache cache) {
        this.writes = writes;
        this.cache = cache;
    }

    /// @param key under which caches keep them
    public void answersOf(String key) {
        var outdated = Invalidation.of(key);
        cache.drop(outdated.gone());
        for (var message : outdated.messages(() -> UUID.randomUUID().toString())) {
            writes.run(Sql.of("select pg_notify(?, ?)", Invalidation.CHANNEL, message.text()));
        }
    }
}
