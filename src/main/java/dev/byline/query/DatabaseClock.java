package dev.byline.query;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/// The one clock that decides what is live: the database's, however many servers there are and
/// whatever theirs say. Not the start of the transaction (`now()`): a command may have waited
/// long for its lock.
@Singleton
public class DatabaseClock {
    private final EntityManager database;

    DatabaseClock(EntityManager database) {
        this.database = database;
    }

    public Instant now() {
        return (Instant)
                database.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult();
    }
}
