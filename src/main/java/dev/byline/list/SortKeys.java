package dev.byline.list;

import dev.byline.cache.Invalidator;
import dev.byline.sql.Backlog;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.text.Collation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Makes the keys by which names are sorted ([Collation]) where they are missing, as a release
/// before left them, or made by other rules: those of another language, or of another ICU.
/// Where servers have different rules, those of the one that started last count. Until a row's turn
/// comes, it stands where its old key puts it, and last where it has none.
public abstract class SortKeys implements Backlog {
    private static final String CLAIM =
            """
            insert into sort_rules (rules) values (?) on conflict (one) do update set rules = excluded.rules
            """;

    private static final String IS_OURS = "exists (select from sort_rules where rules = ?)";

    private static final String TAKE =
            """
            select id, %1$s as name from %2$s where sort_key %3$s ? and %4$s limit 200 for no key update skip locked
            """;

    private static final String WRITE =
            """
            update %1$s x set sort_key = decode(made.key, 'hex')
            from unnest(?::uuid[], ?::text[]) made (id, key) where x.id = made.id
            """;

    private final String table;
    private final String column;
    private final String key;
    private final Reads reads;
    private final Writes writes;
    private final Invalidator forgetting;

    /// @param table with columns `id` and `sort_key`
    /// @param column that is sorted by it
    /// @param key under which caches keep lists of them
    protected SortKeys(
            String table,
            String column,
            String key,
            Reads reads,
            Writes writes,
            Invalidator forgetting) {
        this.table = table;
        this.column = column;
        this.key = key;
        this.reads = reads;
        this.writes = writes;
        this.forgetting = forgetting;
    }

    @Override
    public String metric() {
        return "byline.order.%s.pending".formatted(key);
    }

    @Override
    public String task() {
        return "put in order, in the list of " + key;
    }

    @Override
    public void begin() {
        writes.run(Sql.of(CLAIM, (Object) Collation.ofSite().rules()));
    }

    @Override
    public long left() {
        var site = Collation.ofSite();
        var count =
                Sql.of(
                        "select count(*) from %s where (sort_key < ? or sort_key >= ?) and "
                                        .formatted(table)
                                + IS_OURS,
                        site.rules(),
                        site.end(),
                        site.rules());
        return reads.first(count, row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public boolean batch() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var site = Collation.ofSite();
                            return make(site, "<", site.rules()) || make(site, ">=", site.end());
                        });
    }

    private boolean make(Collation site, String comparison, byte[] bound) {
        var take = TAKE.formatted(column, table, comparison, IS_OURS);
        var rows = reads.all(Sql.of(take, bound, site.rules()), Named::of);
        if (!rows.isEmpty()) {
            writes.run(Sql.of(WRITE.formatted(table), ids(rows), keys(site, rows)));
        }
        return !rows.isEmpty();
    }

    private static Object ids(List<Named> rows) {
        return rows.stream().map(Named::id).toArray(UUID[]::new);
    }

    private static Object keys(Collation site, List<Named> rows) {
        return rows.stream()
                .map(row -> HexFormat.of().formatHex(site.key(row.name())))
                .toArray(String[]::new);
    }

    @Override
    public void announce() {
        forgetting.answersOf(key);
    }

    private record Named(UUID id, String name) {
        static Named of(ResultSet row) throws SQLException {
            return new Named(Reads.id(row, "id"), row.getString("name"));
        }
    }
}
