package dev.byline.input;

import static dev.byline.http.ProblemType.*;

import dev.byline.http.Methods;
import dev.byline.http.ProblemException;
import dev.byline.text.Nearest;
import dev.byline.text.Texts;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses query parameters that an operation does not know, or that stand twice: whoever
/// misspells one learns of it instead of getting the answer to another question. So too the
/// headers that are parameters.
final class StrictParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        checkHeader(request, "Idempotency-Key");
        checkHeader(request, HttpHeaders.IF_MATCH);
        refuseIfNoneMatch(request, resource.getResourceMethod());
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

    /// RFC 9110, 5.3: only a list may be spread over several lines, and which of two keys or
    /// conditions is meant nobody can know.
    private static void checkHeader(ContainerRequestContext request, String name) {
        var values = request.getHeaders().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw INVALID_PARAMETER.because(name + " stands more than once.");
        }
        if (!values.isEmpty() && values.getFirst().isBlank()) {
            throw INVALID_PARAMETER.because(name + " is empty: leave it out, or give it a value.");
        }
    }

    /// A condition that does not hold forbids the act (RFC 9110, 13.1.2), so none is passed over.
    private static void refuseIfNoneMatch(ContainerRequestContext request, Method method) {
        if (method != null
                && request.getHeaders().containsKey(HttpHeaders.IF_NONE_MATCH)
                && !Methods.isReading(request.getMethod())
                && Arrays.stream(method.getParameters()).noneMatch(StrictParameters::isNoneMatch)) {
            throw INVALID_PARAMETER.because(
                    "If-None-Match is for reads, and for PUT where it makes what is not there yet. Here If-Match says which version is meant.");
        }
    }

    private static boolean isNoneMatch(Parameter parameter) {
        var header = parameter.getAnnotation(RestHeader.class);
        return header != null && header.value().equals(HttpHeaders.IF_NONE_MATCH);
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
        return Stream.concat(ofReaders(method), named(method))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whatever readers may read may be asked for with a pass.
    private static Stream<String> ofReaders(Method method) {
        return method.isAnnotationPresent(GET.class) && method.isAnnotationPresent(PermitAll.class)
                ? Stream.of(PassParameter.NAME)
                : Stream.empty();
    }

    private static Stream<String> named(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(
                        parameter ->
                                parameter.isAnnotationPresent(BeanParam.class)
                                        ? ofRecord(parameter.getType())
                                        : parameter.isAnnotationPresent(RestQuery.class)
                                                ? Stream.of(parameter.getName())
                                                : Stream.empty());
    }

    private static Stream<String> ofRecord(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(RestQuery.class))
                .map(java.lang.reflect.Field::getName);
    }
}
