package dev.byline.property;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.record.Components;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a view consists of, down to the records within it: values, each in its place.
///
/// @param <V> the view, a record
final class RecordShape<V> {
    private final Class<V> type;
    private final Components<?> components;
    private final Part[] parts;
    private final List<Value> values;
    private final Map<String, Integer> places = new HashMap<>();
    private final Object[] nothing;

    private RecordShape(Class<V> type, Place place) {
        this.type = type;
        this.components = Components.of(type.asSubclass(Record.class));
        this.parts =
                components.all().stream()
                        .map(component -> part(component, place))
                        .toArray(Part[]::new);
        this.values = Arrays.stream(parts).flatMap(part -> part.values().stream()).toList();
        values.forEach(value -> places.put(value.name(), places.size()));
        this.nothing = values.stream().map(Value::nothing).toArray();
    }

    static <V> RecordShape<V> of(Class<V> type) {
        return new RecordShape<>(type, Place.TOP);
    }

    /// A component: a value, or a record whose own components are values.
    sealed interface Part permits Value, Inner {
        List<Value> values();
    }

    record Inner(boolean isFlat, RecordShape<?> shape) implements Part {
        @Override
        public List<Value> values() {
            return shape.values;
        }

        private Object make(Object[] all, int first) {
            return isFlat || all[first] != null ? shape.make(all, first) : null;
        }
    }

    private static Part part(RecordComponent component, Place place) {
        var isFlat = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        return isFlat || hasProperties(component.getType())
                ? new Inner(
                        isFlat,
                        new RecordShape<>(component.getType(), place.within(component, isFlat)))
                : Value.of(component, place);
    }

    private static boolean hasProperties(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(Property.class));
    }

    /// In the order of their places, those of records within in the place of these.
    List<Value> values() {
        return values;
    }

    /// What they are where none is read.
    Object[] nothing() {
        return nothing.clone();
    }

    int place(String name) {
        var place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("%s has no %s".formatted(type, name));
        }
        return place;
    }

    /// @param all the values, and what a record around it has beside them
    /// @param first the place of its first one there
    V make(Object[] all, int first) {
        var own = new Object[parts.length];
        var place = first;
        for (var index = 0; index < own.length; index++) {
            if (parts[index] instanceof Inner inner) {
                own[index] = inner.make(all, place);
                place += inner.shape.values.size();
            } else {
                own[index] = all[place++];
            }
        }
        return type.cast(components.make(own));
    }
}
