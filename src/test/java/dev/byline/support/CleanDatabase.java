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

    /// Of a few rows a deletion takes a tenth of the time of `truncate`, which gives each table and
    /// index a new file. No trigger has to see it, nor a foreign key; a role that may not say so
    /// truncates, and so does each hundredth test, for what was deleted stays in the files.
    private static final String EMPTY =
            """
            do $$
            declare
                tables text[] := array(
                    select quote_ident(tablename) from pg_tables
                    where schemaname = 'public' and tablename <> 'flyway_schema_history');
                one text;
            begin
                execute 'lock ' || array_to_string(tables, ', ') || ' in exclusive mode';
                if %b or not has_parameter_privilege('session_replication_role', 'set') then
                    execute 'truncate ' || array_to_string(tables, ', ');
                else
                    set local session_replication_role = replica;
                    foreach one in array tables loop
                        execute 'delete from ' || one;
                    end loop;
                end if;
            end $$
            """;

    private static final int OFTEN = 100;

    private static int tests;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var database = Arc.container().instance(DataSource.class).get();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(EMPTY.formatted(tests++ % OFTEN == 0));
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
