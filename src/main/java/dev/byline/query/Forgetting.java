package dev.byline.query;

import dev.byline.http.cache.Outdated;
import dev.byline.http.cache.ResponseCache;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Lets this server and the others forget answers where no command outdates them.
@Singleton
public class Forgetting {
    private final Writes writes;
    private final ResponseCache cache;

    Forgetting(Writes writes, ResponseCache cache) {
        this.writes = writes;
        this.cache = cache;
    }

    /// @param key under which caches keep them
    public void answersOf(String key) {
        var outdated = Outdated.of(key);
        cache.drop(outdated.gone());
        for (var message : outdated.messages(() -> UUID.randomUUID().toString())) {
            writes.run(Sql.of("select pg_notify(?, ?)", Outdated.CHANNEL, message.text()));
        }
    }
}
