package dev.byline.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.list.Listing;
import dev.byline.list.SortKey;
import dev.byline.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Asks PostgreSQL how it would go through a list, where rows are so many that reading or
/// sorting them all is out of the question.
public final class Plans {

    private static final String MANY_ROWS =
            """
            set local enable_seqscan = off;
            set local enable_bitmapscan = off;
            set local enable_sort = off;
            set local enable_hashjoin = off;
            set local enable_mergejoin = off
            """;

    /// What tests before left in the files would count as rows.
    private static final String EMPTY = "truncate account, article, author, comment, tag cascade";

    /// Leaves nothing but an index that answers a condition: none is read whole, nor are those that
    /// hold some rows alone. Which of them is cheaper hangs on what the planner knows of rows that
    /// tests before made.
    private static final String BY_CONDITION =
            """
            set local enable_seqscan = off;
            set local enable_indexscan = off;
            set local enable_indexonlyscan = off;
            do $$
            declare
                other regclass;
            begin
                for other in
                    select i.indexrelid from pg_index i join pg_index wanted on wanted.indrelid = i.indrelid
                    where wanted.indexrelid = '%1$s'::regclass and i.indexrelid <> wanted.indexrelid
                        and i.indpred is not null
                        and not exists (select from pg_constraint where conindid = i.indexrelid)
                loop
                    execute 'drop index ' || other;
                end loop;
            end
            $$
            """;

    private final DataSource database;
    private boolean isEmpty;

    public Plans(DataSource database) {
        this.database = database;
    }

    /// An index yields the rows in this order, both ways. Where it knows all but the id at the
    /// end of the order, those that are otherwise equal may be put in order as they come.
    public void assertIndexed(Listing list, SortKey key, String id) throws SQLException {
        for (var direction : List.of("asc", "desc")) {
            var order =
                    " order by %s %s, %s %s limit 21"
                            .formatted(key.expression(), direction, id, direction);
            var plan = plan(MANY_ROWS, list.statement().then(order));
            assertFalse(
                    plan.stream().anyMatch(line -> line.matches("(.*-> +)?Sort +\\(.*")),
                    () -> key.name() + "\n" + String.join("\n", plan));
        }
    }

    /// The index finds the rows of a condition.
    public void assertFound(Listing list, String index) throws SQLException {
        var plan = plan(BY_CONDITION.formatted(index), list.statement());
        assertTrue(
                plan.stream().anyMatch(line -> line.contains("Index Scan on " + index)),
                () -> String.join("\n", plan));
    }

    private List<String> plan(String settings, Sql sql) throws SQLException {
        try (var connection = database.getConnection()) {
            empty(connection);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var explained = connection.prepareStatement("explain " + sql.text())) {
                statement.execute(settings);
                for (var index = 0; index < sql.values().size(); index++) {
                    explained.setObject(index + 1, sql.values().get(index));
                }
                var lines = new ArrayList<String>();
                try (var rows = explained.executeQuery()) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
                return lines;
            } finally {
                connection.rollback();
            }
        }
    }

    /// Once for each test: files that are new are read anew.
    private void empty(Connection connection) throws SQLException {
        if (!isEmpty) {
            try (var statement = connection.createStatement()) {
                statement.execute(EMPTY);
            }
            isEmpty = true;
        }
    }
}
