package dev.byline.http;

import static dev.byline.http.ProblemType.*;

import dev.byline.text.Nearest;
import dev.byline.text.Texts;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses query parameters that an operation does not know, or that stand twice: whoever
/// misspells one learns of it instead of getting the answer to another question.
final class StrictParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        checkCharset(request.getMediaType());
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var parameters = known.computeIfAbsent(resource.getResourceMethod(), StrictParameters::of);
        given.forEach(
                (name, values) -> {
                    if (!parameters.contains(name)) {
                        throw unknown(name, parameters);
                    }
                    if (values.size() > 1) {
                        throw INVALID_PARAMETER.because(name + " stands more than once.");
                    }
                    checkText(name, values.getFirst());
                });
    }

    private static void checkText(String name, String value) {
        if (value.isEmpty()) {
            throw INVALID_PARAMETER.because(name + " is empty: leave it out, or give it a value.");
        }
        if (value.indexOf('\0') >= 0 || Texts.hasLoneSurrogate(value)) {
            throw INVALID_PARAMETER.because(name + " holds a character that no text can hold.");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            throw INVALID_PARAMETER.because(name + " is not UTF-8.");
        }
    }

    /// JSON is UTF-8 between systems (RFC 8259, 8.1).
    private static void checkCharset(MediaType type) {
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw UNSUPPORTED_MEDIA_TYPE.because(
                    "The body must be in UTF-8, not in " + charset + ".");
        }
    }

    private static ProblemException unknown(String name, Set<String> parameters) {
        var hint =
                Nearest.of(name, parameters)
                        .map(near -> "did you mean \"%s\"?".formatted(near))
                        .orElse(
                                parameters.isEmpty()
                                        ? "there are none here."
                                        : "known are " + String.join(", ", parameters) + ".");
        return UNKNOWN_PARAMETER.because(
                "\"%s\" is not a parameter here; %s".formatted(name, hint));
    }

    private static Set<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(
                        parameter ->
                                parameter.isAnnotationPresent(BeanParam.class)
                                        ? ofRecord(parameter.getType())
                                        : parameter.isAnnotationPresent(RestQuery.class)
                                                ? Stream.of(parameter.getName())
                                                : Stream.empty())
                .sorted()
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static Stream<String> ofRecord(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(RestQuery.class))
                .map(java.lang.reflect.Field::getName);
    }
}
