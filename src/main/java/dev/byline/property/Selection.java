package dev.byline.property;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.util.Set;

/// The select list of those properties that a query yields, and what makes a view of its rows.
///
/// @param <V> the view
public final class Selection<V> {
    private final Sql sql;
    private final Class<V> type;
    private final RecordShape shape;
    private final Set<String> labels;

    Selection(Sql sql, Class<V> type, RecordShape shape, Set<String> labels) {
        this.sql = sql;
        this.type = type;
        this.shape = shape;
        this.labels = labels;
    }

    /// Each column by a name of its own, so that others may stand beside them.
    public Sql sql() {
        return sql;
    }

    public Reads.Row<V> row(Reads reads) {
        return row -> type.cast(shape.of(reads, row, value -> labels.contains(value.label())));
    }
}
