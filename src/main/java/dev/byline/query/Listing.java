package dev.byline.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// A list that is read page by page with keyset cursors: a page begins behind the last row of
/// the one before, whatever was written meanwhile, so each row that stands throughout is met
/// exactly once, and page 400 costs what the first does.
///
/// @param select what each row yields, as HQL selections
/// @param from the HQL from clause
public record Listing(
        String select, String from, List<String> where, Map<String, Object> parameters) {
    /// What the long texts of one page may weigh together.
    private static final long MOST_BYTES = 2_000_000;

    static final int ESTIMATE_BOUND = 10_000;

    public static Listing of(String select, String from) {
        return new Listing(select, from, new ArrayList<>(), new LinkedHashMap<>());
    }

    public Listing and(String condition) {
        where.add(condition);
        return this;
    }

    public Listing and(String condition, String parameter, Object value) {
        parameters.put(parameter, value);
        return and(condition);
    }

    public Listing with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /// At most two statements: the page, and the total if it is asked for.
    public <T> Slice<T> page(
            EntityManager database, Order order, Paging paging, Function<Tuple, T> row) {
        return page(database, order, paging, _ -> 0, row);
    }

    /// As above, and the page ends where its rows would weigh more than [#MOST_BYTES]; it has one
    /// row at least.
    ///
    /// @param weight how many bytes a row adds to the answer, about
    public <T> Slice<T> page(
            EntityManager database,
            Order order,
            Paging paging,
            ToLongFunction<Tuple> weight,
            Function<Tuple, T> row) {
        var size = paging.size();
        var counts = paging.counts();
        var cursor = paging.cursor();
        var backwards = paging.isBackwards();
        var found = rows(database, order, cursor, backwards, size + 1);
        var fitting = Math.min(size, fitting(found, weight));
        var more = found.size() > fitting;
        var rows = new ArrayList<>(found.subList(0, fitting));
        if (backwards) {
            Collections.reverse(rows);
        }
        var hasNext = backwards || more;
        var hasPrev = backwards ? more : cursor != null;
        var total = counts ? (Long) count(database, paging.countsExactly()) : null;
        return new Slice<>(
                rows.stream().map(row).toList(),
                new Slice.Page(
                        size,
                        hasNext && !rows.isEmpty() ? cursorAt(order, rows.getLast()) : null,
                        hasPrev && !rows.isEmpty() ? cursorAt(order, rows.getFirst()) : null,
                        total,
                        total == null ? null : paging.countsExactly() || total < ESTIMATE_BOUND));
    }

    private static int fitting(List<Tuple> rows, ToLongFunction<Tuple> weight) {
        var bytes = 0L;
        for (var count = 0; count < rows.size(); count++) {
            bytes += weight.applyAsLong(rows.get(count));
            if (bytes > MOST_BYTES && count > 0) {
                return count;
            }
        }
        return rows.size();
    }

    /// The one row that the conditions leave, if any.
    public <T> java.util.Optional<T> single(EntityManager database, Function<Tuple, T> row) {
        return first(database, "", row);
    }

    /// The first row by an HQL order clause, if any.
    public <T> java.util.Optional<T> first(
            EntityManager database, String order, Function<Tuple, T> row) {
        var query =
                database.createQuery(
                        "select " + select + fromClause() + conditions("") + order, Tuple.class);
        bind(query);
        return query.setMaxResults(1).getResultStream().findFirst().map(row);
    }

    private List<Tuple> rows(
            EntityManager database, Order order, String cursor, boolean backwards, int most) {
        var keys =
                order.terms().stream()
                        .map(term -> term.key().expression())
                        .collect(Collectors.joining(", "));
        var behind = cursor == null ? "" : order.behind(backwards);
        var hql =
                "select "
                        + keys
                        + ", "
                        + select
                        + fromClause()
                        + conditions(behind)
                        + order.orderBy(backwards);
        var query = database.createQuery(hql, Tuple.class).setMaxResults(most);
        bind(query);
        if (cursor != null) {
            var values = Cursor.read(order, cursor);
            for (var index = 0; index < values.size(); index++) {
                query.setParameter("k" + index, values.get(index));
            }
        }
        return query.getResultList();
    }

    private static String cursorAt(Order order, Tuple row) {
        var values = new ArrayList<>();
        for (var index = 0; index < order.terms().size(); index++) {
            values.add(row.get(index));
        }
        return Cursor.write(order, values);
    }

    /// An estimate from the planner's statistics would tell of rows that the caller may not
    /// see; a bounded count does not.
    private long count(EntityManager database, boolean exactly) {
        return exactly
                ? rowsOf(database, "select count(*)", Long.class).getSingleResult()
                : rowsOf(database, "select 1", Integer.class)
                        .setMaxResults(ESTIMATE_BOUND)
                        .getResultStream()
                        .count();
    }

    private <T> TypedQuery<T> rowsOf(EntityManager database, String what, Class<T> type) {
        var query = database.createQuery(what + fromClause() + conditions(""), type);
        bind(query);
        return query;
    }

    private String fromClause() {
        return " from " + from;
    }

    private String conditions(String last) {
        var all = new ArrayList<>(where);
        if (!last.isEmpty()) {
            all.add(last);
        }
        return all.isEmpty()
                ? ""
                : all.stream().collect(Collectors.joining(") and (", " where (", ")"));
    }

    private void bind(TypedQuery<?> query) {
        parameters.forEach(query::setParameter);
    }
}
