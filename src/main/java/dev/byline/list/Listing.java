package dev.byline.list;

import dev.byline.filter.Filter;
import dev.byline.http.MovedException;
import dev.byline.http.Uuids;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Slugs;
import dev.byline.text.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;

/// A list that is read page by page with keyset cursors: a page begins behind the last row of
/// the one before, whatever was written meanwhile, so each row that stands throughout is met
/// exactly once, and page 400 costs what the first does.
///
/// @param select what each row yields, as the SQL of a select list
/// @param from the SQL from clause
/// @param cost of its conditions
public record Listing(Sql select, Sql from, List<Sql> where, AtomicReference<Cost> cost) {
    /// What the long texts of one page may weigh together.
    private static final long MOST_BYTES = 2_000_000;

    public static Listing of(String select, String from) {
        return of(Sql.of(select), Sql.of(from));
    }

    public static Listing of(Sql select, Sql from) {
        return new Listing(select, from, new ArrayList<>(), new AtomicReference<>(Cost.LOW));
    }

    /// The same with more behind its from clause.
    public Listing joined(Sql more) {
        return new Listing(select, from.then(more), where, cost);
    }

    public Listing and(Sql condition) {
        where.add(condition);
        return this;
    }

    public Listing and(String condition, Object... values) {
        return and(Sql.of(condition, values));
    }

    public Listing and(Filter filter) {
        return and(filter.condition()).costs(filter.cost());
    }

    /// At least so much.
    public Listing costs(Cost least) {
        cost.updateAndGet(least::and);
        return this;
    }

    /// Narrowed to the one of this id or slug; empty for what can be neither.
    ///
    /// @param alias of the table that has both
    public Optional<Listing> named(String alias, String reference) {
        var id = Uuids.parse(reference);
        if (id.isPresent()) {
            return Optional.of(and(alias + ".id = ?", id.get()));
        }
        checkForm(reference);
        return Slugs.isValid(reference)
                ? Optional.of(and(alias + ".slug = ?", reference))
                : Optional.empty();
    }

    /// @throws MovedException to the slug in NFC, which is the only one that is stored
    public static void checkForm(String reference) {
        var nfc = Texts.nfc(reference);
        if (!nfc.equals(reference) && Slugs.isValid(nfc)) {
            throw new MovedException(reference, nfc);
        }
    }

    /// One statement for the page; with the total, two of one snapshot.
    public <T> Slice<T> page(Reads reads, Order order, Paging paging, Reads.Row<T> row) {
        return page(reads, order, paging, _ -> 0, row);
    }

    /// As above, and the page ends where its rows would weigh more than [#MOST_BYTES]; it has one
    /// row at least.
    ///
    /// @param weight how many bytes a row adds to the answer, about
    public <T> Slice<T> page(
            Reads reads, Order order, Paging paging, ToLongFunction<T> weight, Reads.Row<T> row) {
        return page(reads, order, paging, counting(), weight, row);
    }

    /// As above.
    ///
    /// @param counting what tells how many rows it has
    public <T> Slice<T> page(
            Reads reads,
            Order order,
            Paging paging,
            Counting counting,
            ToLongFunction<T> weight,
            Reads.Row<T> row) {
        return reads.at(
                cost.get().and(counting.cost(paging)),
                () ->
                        paging.counts()
                                ? reads.together(
                                        () ->
                                                slice(reads, order, paging, weight, row)
                                                        .counted(counting.total(reads, paging)))
                                : slice(reads, order, paging, weight, row));
    }

    private <T> Slice<T> slice(
            Reads reads, Order order, Paging paging, ToLongFunction<T> weight, Reads.Row<T> row) {
        var size = paging.size();
        var cursor = paging.cursor();
        var backwards = paging.isBackwards();
        var found = reads.all(statement(order, cursor, backwards, size + 1), keyed(order, row));
        var fitting = Math.min(size, fitting(found, weight));
        var more = found.size() > fitting;
        var rows = new ArrayList<>(found.subList(0, fitting));
        if (backwards) {
            Collections.reverse(rows);
        }
        var hasNext = backwards || more;
        var hasPrev = backwards ? more : cursor != null;
        return new Slice<>(
                rows.stream().map(Keyed::row).toList(),
                new Slice.Page(
                        size,
                        hasNext && !rows.isEmpty() ? rows.getLast().cursor(order) : null,
                        hasPrev && !rows.isEmpty() ? rows.getFirst().cursor(order) : null,
                        null,
                        null));
    }

    /// A row, and the values that it is sorted by.
    private record Keyed<T>(T row, List<Object> keys) {
        String cursor(Order order) {
            return Cursor.write(order, keys);
        }
    }

    private static <T> Reads.Row<Keyed<T>> keyed(Order order, Reads.Row<T> row) {
        return columns -> new Keyed<>(row.of(columns), keys(order, columns));
    }

    private static List<Object> keys(Order order, ResultSet row) throws SQLException {
        var keys = new ArrayList<Object>();
        for (var index = 0; index < order.terms().size(); index++) {
            keys.add(order.terms().get(index).key().type().column(row, "k" + index));
        }
        return keys;
    }

    private static <T> int fitting(List<Keyed<T>> rows, ToLongFunction<T> weight) {
        var bytes = 0L;
        for (var count = 0; count < rows.size(); count++) {
            bytes += weight.applyAsLong(rows.get(count).row());
            if (bytes > MOST_BYTES && count > 0) {
                return count;
            }
        }
        return rows.size();
    }

    private Sql statement(Order order, String cursor, boolean backwards, int most) {
        var conditions = new ArrayList<>(where);
        if (cursor != null) {
            conditions.add(order.behind(Cursor.read(order, cursor), backwards));
        }
        return Sql.of("select ")
                .then(order.keys())
                .then(", ")
                .then(select)
                .then(" from ")
                .then(from)
                .then(Sql.where(conditions))
                .then(order.orderBy(backwards))
                .then(limit(most));
    }

    /// As text: were it a value, no plan could be kept for a page of an unknown length, and each
    /// statement would be planned anew.
    private static String limit(int rows) {
        return " limit " + rows;
    }

    /// The first row by an SQL order clause, if any.
    public <T> Optional<T> first(Reads reads, Sql order, Reads.Row<T> row) {
        return reads.first(statement().then(order).then(" limit 1"), row);
    }

    /// All its rows, in no order.
    public Sql statement() {
        return Sql.of("select ").then(select).then(" from ").then(from).then(Sql.where(where));
    }

    /// The one row that the conditions leave, if any.
    public <T> Optional<T> single(Reads reads, Reads.Row<T> row) {
        return first(reads, Sql.NOTHING, row);
    }

    /// How many rows it has, by reading them.
    public Counting counting() {
        return Counting.of(rows(), Cost.SCAN);
    }

    /// As many rows as it has, that say nothing.
    public Sql rows() {
        return Sql.of("select 1 from ").then(from).then(Sql.where(where));
    }
}
