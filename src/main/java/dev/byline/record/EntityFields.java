package dev.byline.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What the fields of an entity hold, by their names.
public final class EntityFields extends ClassValue<Map<String, MethodHandle>> {
    private static final EntityFields ALL = new EntityFields();
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    private EntityFields() {}

    public static Map<String, Object> of(Object entity) {
        var values = new HashMap<String, Object>();
        ALL.get(entity.getClass()).forEach((name, get) -> values.put(name, value(get, entity)));
        return values;
    }

    private static Object value(MethodHandle get, Object entity) {
        try {
            return (Object) get.invokeExact(entity);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    protected Map<String, MethodHandle> computeValue(Class<?> type) {
        var getters = new HashMap<String, MethodHandle>();
        Stream.<Class<?>>iterate(type, one -> one != Object.class, Class::getSuperclass)
                .forEach(one -> collect(one, getters));
        return getters;
    }

    private static void collect(Class<?> type, Map<String, MethodHandle> getters) {
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    getters.putIfAbsent(field.getName(), lookup.unreflectGetter(field).asType(GET));
                }
            }
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(type.toString(), closed);
        }
    }
}
