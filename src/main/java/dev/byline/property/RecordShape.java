package dev.byline.property;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.sql.Reads;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The components of a record, how one is made of their values, and how they come out of it again.
/// What reflection finds is found once, and called by method handles afterwards.
final class RecordShape {
    private static final MethodType OF_VALUES = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType VALUE = MethodType.methodType(Object.class, Object.class);

    private final List<Part> parts;
    private final MethodHandle constructor;
    private final List<MethodHandle> accessors;

    private RecordShape(Class<?> type, Place place) {
        var components = type.getRecordComponents();
        parts = Arrays.stream(components).map(component -> part(component, place)).toList();
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            constructor = constructor(lookup, type, components);
            accessors = Arrays.stream(components).map(one -> accessor(lookup, one)).toList();
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(type + " is no record of ours", closed);
        }
    }

    static RecordShape of(Class<?> type) {
        return new RecordShape(type, Place.TOP);
    }

    private static MethodHandle constructor(
            MethodHandles.Lookup lookup, Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        var types = Arrays.stream(components).map(RecordComponent::getType).toList();
        return lookup.findConstructor(type, MethodType.methodType(void.class, types))
                .asSpreader(Object[].class, components.length)
                .asType(OF_VALUES);
    }

    private static MethodHandle accessor(MethodHandles.Lookup lookup, RecordComponent component) {
        try {
            return lookup.unreflect(component.getAccessor()).asType(VALUE);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(component.toString(), closed);
        }
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
            return isFlat || values[0] != null ? shape.make(values) : null;
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
        return make(read(reads, row, selected));
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

    private Object make(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable broken) {
            throw new IllegalStateException("No record of these values", broken);
        }
    }

    /// The record with other values, by their names.
    Object with(Object record, Map<String, ?> others) {
        var values = new Object[parts.size()];
        for (var index = 0; index < values.length; index++) {
            var part = parts.get(index);
            var value = value(record, index);
            values[index] =
                    part instanceof Inner inner && inner.isFlat
                            ? inner.shape.with(value, others)
                            : others.containsKey(part.name()) ? others.get(part.name()) : value;
        }
        return make(values);
    }

    private Object value(Object record, int index) {
        try {
            return (Object) accessors.get(index).invokeExact(record);
        } catch (Throwable broken) {
            throw new IllegalStateException(parts.get(index).name(), broken);
        }
    }

    /// A record whose values are those of these names, or nothing.
    Object of(Map<String, ?> named) {
        return make(
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
