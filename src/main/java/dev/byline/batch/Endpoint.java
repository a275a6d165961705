package dev.byline.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.http.Addresses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// The method of a resource that does an operation. It is called as a bean's: what its annotations
/// say of who may call it, and of transactions, holds.
final class Endpoint {
    /// Each operation has that of the batch, and its place in it.
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Object resource;
    private final Method method;
    private final List<Argument> arguments;

    Endpoint(Object resource, Method method) {
        this.resource = resource;
        this.method = method;
        this.arguments = arguments(method);
        method.setAccessible(true);
    }

    /// What a parameter of the method gets.
    private sealed interface Argument {
        /// Text from the path, the query or the headers.
        record Text(String name, boolean isNeeded) implements Argument {}

        /// Several of them as a record.
        record Group(Constructor<?> record, List<Argument> components) implements Argument {}

        record Body(Class<?> type) implements Argument {}

        static Argument of(Parameter parameter) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                var record = parameter.getType().getDeclaredConstructors()[0];
                record.setAccessible(true);
                return new Group(record, arguments(record));
            }
            if (parameter.isAnnotationPresent(RestPath.class)) {
                return new Text(parameter.getName(), true);
            }
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                return new Text(parameter.getName(), false);
            }
            var header = parameter.getAnnotation(RestHeader.class);
            return header == null ? new Body(parameter.getType()) : new Text(header.value(), false);
        }

        default Stream<Text> texts() {
            return switch (this) {
                case Text text -> Stream.of(text);
                case Group group -> group.components.stream().flatMap(Argument::texts);
                case Body _ -> Stream.empty();
            };
        }
    }

    private static List<Argument> arguments(Executable called) {
        return Arrays.stream(called.getParameters()).map(Argument::of).toList();
    }

    /// The names of its parameters.
    Set<String> parameters() {
        return names(arguments.stream().flatMap(Argument::texts));
    }

    /// Of those that it cannot do without.
    Set<String> needed() {
        return names(arguments.stream().flatMap(Argument::texts).filter(Argument.Text::isNeeded));
    }

    private static Set<String> names(Stream<Argument.Text> texts) {
        return texts.map(Argument.Text::name)
                .filter(name -> !name.equals(IDEMPOTENCY_KEY))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Of what its answers are: where this is, by its id.
    String address(String id) {
        var collection = method.getDeclaringClass().getAnnotation(Path.class).value().split("/")[1];
        return Addresses.of(collection, UUID.fromString(id));
    }

    boolean takesBody() {
        return arguments.stream().anyMatch(Argument.Body.class::isInstance);
    }

    /// @param reader makes of the body what the method takes
    /// @throws RuntimeException what the method throws
    RestResponse<?> call(
            Map<String, String> parameters,
            JsonNode body,
            BiFunction<JsonNode, Class<?>, Object> reader) {
        var values = arguments.stream().map(argument -> value(argument, parameters, body, reader));
        try {
            return (RestResponse<?>) method.invoke(resource, values.toArray());
        } catch (InvocationTargetException thrown) {
            throw rethrown(thrown.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case RuntimeException known -> known;
            default -> new IllegalStateException(cause);
        };
    }

    private static Object value(
            Argument argument,
            Map<String, String> parameters,
            JsonNode body,
            BiFunction<JsonNode, Class<?>, Object> reader) {
        return switch (argument) {
            case Argument.Text(var name, var _) -> parameters.get(name);
            case Argument.Body(var type) -> reader.apply(body, type);
            case Argument.Group(var record, var components) ->
                    made(
                            record,
                            components.stream()
                                    .map(one -> value(one, parameters, body, reader))
                                    .toArray());
        };
    }

    private static Object made(Constructor<?> record, Object[] values) {
        try {
            return record.newInstance(values);
        } catch (InvocationTargetException thrown) {
            throw rethrown(thrown.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
