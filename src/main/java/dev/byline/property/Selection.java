package dev.byline.property;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The select list of those properties that a query yields, and what makes a view of its rows.
///
/// @param <V> the view
public final class Selection<V> {
    private final RecordShape<V> shape;
    private final List<Value> values;
    private final int[] places;
    private final Sql sql;
    private final Sql bytes;

    Selection(RecordShape<V> shape, List<Value> values, Function<Value, Sql> column) {
        this.shape = shape;
        this.values = values;
        this.places = values.stream().mapToInt(one -> shape.place(one.name())).toArray();
        this.sql = joined(one -> column.apply(one).then(" as " + one.label()), ", ");
        this.bytes =
                joined(
                        one ->
                                Sql.of("coalesce(octet_length(")
                                        .then(column.apply(one))
                                        .then("), 0)"),
                        " + ");
    }

    private Sql joined(Function<Value, Sql> each, String between) {
        return Sql.joined(values.stream().map(each).toList(), between);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// Each column by a name of its own, so that others may stand beside them.
    public Sql sql() {
        return sql;
    }

    /// How many bytes texts have, if they are selected, as SQL.
    public Sql bytes() {
        return isEmpty() ? Sql.of("0") : bytes;
    }

    public Reads.Row<V> row(Reads reads) {
        var builder = builder(reads);
        return row -> builder.of(row).build();
    }

    /// As [#row], for views of which more is told than a row does.
    public Reads.Row<ViewBuilder<V>> builder(Reads reads) {
        return row -> {
            var all = shape.nothing();
            for (var index = 0; index < places.length; index++) {
                all[places[index]] = values.get(index).read(reads, row);
            }
            return new ViewBuilder<>(shape, all);
        };
    }

    /// The values alone by their names, as a [ViewBuilder] takes them.
    public Reads.Row<Map<String, Object>> values(Reads reads) {
        return row -> {
            var named = new HashMap<String, Object>();
            for (var value : values) {
                named.put(value.name(), value.read(reads, row));
            }
            return named;
        };
    }
}
