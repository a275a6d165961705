package dev.byline.query;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.Session;

/// The one clock that decides what is live: the database's, however many servers there are and
/// whatever theirs say. Not the start of the transaction (`now()`): a command may have waited long
/// for its lock.
@Singleton
public class DatabaseClock {
    private final Session session;

    DatabaseClock(Session session) {
        this.session = session;
    }

    /// Asked by JDBC: a native query of Hibernate's would be planned anew each time.
    public Instant now() {
        return session.doReturningWork(
                connection -> {
                    try (var statement = connection.prepareStatement("select clock_timestamp()");
                            var rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getObject(1, OffsetDateTime.class).toInstant();
                    }
                });
    }
}
