package dev.byline.support;

import dev.byline.cache.ResponseCache;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/// Empties every table before each test, and the cache, so that none depends on another. Quarkus
/// finds this class by `META-INF/services`.
public final class CleanDatabase implements QuarkusTestBeforeEachCallback {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String TRUNCATE =
            """
            do $$ begin
                execute (
                    select 'truncate ' || string_agg(quote_ident(tablename), ', ')
                    from pg_tables
                    where schemaname = 'public' and tablename <> 'flyway_schema_history');
            end $$
            """;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var database = Arc.container().instance(DataSource.class).get();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TRUNCATE);
            empty(Arc.container().instance(ResponseCache.class).get());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Nothing is kept until it hears of changes, again where a test had cut it off.
    private static void empty(ResponseCache cache) {
        cache.dropEverything();
        Await.until(LONGEST, () -> cache.isCurrent(cache.begin(), Set.of()));
    }
}
