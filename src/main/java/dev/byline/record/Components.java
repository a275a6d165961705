package dev.byline.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The components of a record, so that what copies, reads or writes all of them names none of them.
/// What reflection finds is found once, and called by method handles afterwards.
public final class Components<R extends Record> {
    private static final MethodType OF_VALUES = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType VALUE = MethodType.methodType(Object.class, Object.class);

    private final Class<R> type;
    private final List<RecordComponent> all;
    private final MethodHandle constructor;
    private final List<MethodHandle> accessors = new ArrayList<>();

    private Components(Class<R> type) {
        this.type = type;
        this.all = List.of(type.getRecordComponents());
        var types = all.stream().map(RecordComponent::getType).toList();
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            this.constructor =
                    lookup.findConstructor(type, MethodType.methodType(void.class, types))
                            .asSpreader(Object[].class, types.size())
                            .asType(OF_VALUES);
            for (var component : all) {
                accessors.add(lookup.unreflect(component.getAccessor()).asType(VALUE));
            }
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(type + " is no record of ours", closed);
        }
    }

    public static <R extends Record> Components<R> of(Class<R> type) {
        return new Components<>(type);
    }

    /// In the order in which they are declared, as their values are everywhere here.
    public List<RecordComponent> all() {
        return all;
    }

    public Object value(Record record, int place) {
        try {
            return (Object) accessors.get(place).invokeExact((Object) record);
        } catch (Throwable broken) {
            throw new IllegalStateException(all.get(place).toString(), broken);
        }
    }

    /// By the names of the components.
    public Map<String, Object> values(R record) {
        var values = new LinkedHashMap<String, Object>();
        for (var place = 0; place < all.size(); place++) {
            values.put(all.get(place).getName(), value(record, place));
        }
        return values;
    }

    public R make(Object[] values) {
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable broken) {
            throw new IllegalStateException("No record of these values", broken);
        }
    }

    /// Of values by the names of the components. Others are left out, and what is missing is null.
    public R make(Map<String, ?> values) {
        return make(all.stream().map(component -> values.get(component.getName())).toArray());
    }
}
