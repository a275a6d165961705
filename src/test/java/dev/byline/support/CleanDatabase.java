package dev.byline.support;

import dev.byline.cache.ResponseCache;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Empties every table before each test, and the cache, so that none depends on another. Quarkus
/// finds this class by `META-INF/services`.
public final class CleanDatabase implements QuarkusTestBeforeEachCallback {

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
            Arc.container().instance(ResponseCache.class).get().dropEverything();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
