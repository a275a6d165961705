package dev.byline.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The components of a record by their names, so that what copies, reads or writes all of them
/// names none of them. Made once for each record.
public final class Components<R extends Record> {
    private final List<RecordComponent> all;
    private final Map<String, MethodHandle> accessors = new LinkedHashMap<>();
    private final MethodHandle constructor;

    private Components(Class<R> type) {
        this.all = List.of(type.getRecordComponents());
        var types = all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            this.constructor =
                    lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                            .asSpreader(Object[].class, types.length);
            for (var component : all) {
                accessors.put(component.getName(), lookup.unreflect(component.getAccessor()));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(type.getName(), impossible);
        }
    }

    public static <R extends Record> Components<R> of(Class<R> type) {
        return new Components<>(type);
    }

    /// In the order in which they are declared.
    public List<RecordComponent> all() {
        return all;
    }

    /// @param name of a component
    public Object get(R record, String name) {
        return call(() -> accessors.get(name).invoke(record));
    }

    /// In the order in which they are declared.
    public Map<String, Object> values(R record) {
        var values = new LinkedHashMap<String, Object>();
        accessors.keySet().forEach(name -> values.put(name, get(record, name)));
        return values;
    }

    /// Of values by the names of the components. Others are left out, and what is missing is null.
    public R make(Map<String, ?> values) {
        return make(accessors.keySet().stream().map(values::get).toList());
    }

    /// Of values in the order in which they are declared.
    public R make(List<?> values) {
        return call(() -> constructor.invoke(values.toArray()));
    }

    @FunctionalInterface
    private interface Call {
        Object call() throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T call(Call call) {
        try {
            return (T) call.call();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
