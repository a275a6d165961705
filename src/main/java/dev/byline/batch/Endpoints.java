package dev.byline.batch;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The method of each operation that a batch can hold, found by the id that it has in the document.
@Singleton
class Endpoints {
    private final Map<BatchedOperation, Endpoint> byOperation =
            new EnumMap<>(BatchedOperation.class);

    Endpoint of(BatchedOperation operation) {
        synchronized (byOperation) {
            return byOperation.computeIfAbsent(operation, Endpoints::find);
        }
    }

    private static Endpoint find(BatchedOperation operation) {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().isAnnotationPresent(Path.class))
                .flatMap(
                        bean -> methods(bean.getBeanClass(), operation).map(m -> endpoint(bean, m)))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Method> methods(Class<?> resource, BatchedOperation operation) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .filter(
                        method ->
                                method.getAnnotation(Operation.class)
                                        .operationId()
                                        .equals(operation.name()));
    }

    private static Endpoint endpoint(jakarta.enterprise.inject.spi.Bean<?> bean, Method method) {
        return new Endpoint(Arc.container().instance((InjectableBean<?>) bean).get(), method);
    }
}
