package dev.byline.property;

import java.util.Map;

/// A view before it is made: its values, which can be set by their names until then.
///
/// @param <V> the view
public final class ViewBuilder<V> {
    private final RecordShape<V> shape;
    private final Object[] values;

    ViewBuilder(RecordShape<V> shape, Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    public Object get(String name) {
        return values[shape.place(name)];
    }

    public ViewBuilder<V> set(String name, Object value) {
        values[shape.place(name)] = value;
        return this;
    }

    public ViewBuilder<V> set(Map<String, ?> named) {
        named.forEach(this::set);
        return this;
    }

    public V build() {
        return shape.make(values, 0);
    }
}
