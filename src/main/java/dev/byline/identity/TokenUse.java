package dev.byline.identity;

import dev.byline.sql.DatabaseException;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Notes on which day a token was last used: once a day, beside the request, which waits for
/// nothing. Where it fails, the next request tries again.
@Singleton
class TokenUse {
    private static final Logger LOG = Logger.getLogger(TokenUse.class);
    private static final String USED =
            """
            update token set last_used_at = date_trunc('day', now(), 'UTC')
            where id = (select id from token where id = ? for update skip locked) returning id
            """;

    private final AgroalDataSource writers;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    TokenUse(AgroalDataSource writers) {
        this.writers = writers;
    }

    void note(UUID token) {
        if (underWay.add(token)) {
            Thread.startVirtualThread(() -> write(token));
        }
    }

    private void write(UUID token) {
        try {
            Reads.on(writers, Sql.of(USED, token), row -> row);
        } catch (DatabaseException failed) {
            LOG.debugf("The use of a token was not noted: %s", failed.getMessage());
        } finally {
            underWay.remove(token);
        }
    }
}
