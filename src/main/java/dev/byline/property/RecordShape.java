package dev.byline.property;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.record.Components;
import dev.byline.sql.Reads;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a view consists of, down to the records within it.
final class RecordShape {
    private final Components<?> components;
    private final List<Part> parts;

    private RecordShape(Class<?> type, Place place) {
        components = Components.of(type.asSubclass(Record.class));
        parts = components.all().stream().map(component -> part(component, place)).toList();
    }

    static RecordShape of(Class<?> type) {
        return new RecordShape(type, Place.TOP);
    }

    /// A component: a value, or a record whose own components are values.
    sealed interface Part permits Value, Inner {
        /// In JSON.
        String name();
    }

    record Inner(String name, boolean isFlat, RecordShape shape) implements Part {
        private Object read(Reads reads, ResultSet row, Predicate<Value> selected)
                throws SQLException {
            var values = shape.read(reads, row, selected);
            return isFlat || values[0] != null ? shape.components.make(values) : null;
        }
    }

    private static Part part(RecordComponent component, Place place) {
        var isFlat = component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
        return isFlat || hasProperties(component.getType())
                ? new Inner(
                        component.getName(),
                        isFlat,
                        new RecordShape(component.getType(), place.within(component, isFlat)))
                : Value.of(component, place);
    }

    private static boolean hasProperties(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(Property.class));
    }

    /// In their order, those of records within in the place of these.
    Stream<Value> values() {
        return parts.stream()
                .flatMap(
                        part ->
                                switch (part) {
                                    case Value value -> Stream.of(value);
                                    case Inner inner -> inner.shape.values();
                                });
    }

    /// A record of a row in which the selected values are.
    Object of(Reads reads, ResultSet row, Predicate<Value> selected) throws SQLException {
        return components.make(read(reads, row, selected));
    }

    private Object[] read(Reads reads, ResultSet row, Predicate<Value> selected)
            throws SQLException {
        var values = new Object[parts.size()];
        for (var index = 0; index < values.length; index++) {
            values[index] =
                    switch (parts.get(index)) {
                        case Value value when selected.test(value) -> value.read(reads, row);
                        case Value value -> value.nothing();
                        case Inner inner -> inner.read(reads, row, selected);
                    };
        }
        return values;
    }

    /// The record with other values, by their names.
    Object with(Object record, Map<String, ?> others) {
        var values = new Object[parts.size()];
        for (var index = 0; index < values.length; index++) {
            var part = parts.get(index);
            var value = components.value((Record) record, index);
            values[index] =
                    part instanceof Inner inner && inner.isFlat
                            ? inner.shape.with(value, others)
                            : others.containsKey(part.name()) ? others.get(part.name()) : value;
        }
        return components.make(values);
    }

    /// A record whose values are those of these names, or nothing.
    Object of(Map<String, ?> named) {
        return components.make(
                parts.stream()
                        .map(
                                part ->
                                        switch (part) {
                                            case Value value ->
                                                    named.containsKey(value.name())
                                                            ? named.get(value.name())
                                                            : value.nothing();
                                            case Inner inner when inner.isFlat ->
                                                    inner.shape.of(named);
                                            case Inner inner -> named.get(inner.name());
                                        })
                        .toArray());
    }
}
