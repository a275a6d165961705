package dev.byline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which methods each address takes, as the annotations of the resources say: for 405 and its
/// `Allow` (RFC 9110, 15.5.6), and for OPTIONS. Quarkus REST answers the one without the header,
/// and the other with the methods of neighbouring addresses.
@Singleton
class AllowedMethods {
    private static final int AFTER_AUTHENTICATION = 50;
    private static final String READ_ONLY = "/(openapi|docs|problems)(/.*)?";

    private final Map<String, Set<String>> methods = new LinkedHashMap<>();
    private List<Address> addresses;

    void register(@Observes Filters filters, BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .forEach(this::note);
        methods.put(READ_ONLY, withImplied(Set.of(HttpMethod.GET)));
        addresses = methods.entrySet().stream().map(Address::of).toList();
        filters.register(this::check, AFTER_AUTHENTICATION);
    }

    private record Address(Pattern path, Set<String> methods) {
        static Address of(Map.Entry<String, Set<String>> noted) {
            return new Address(Pattern.compile(noted.getKey()), noted.getValue());
        }
    }

    private void note(Method method) {
        verbs(method)
                .forEach(
                        verb ->
                                methods.merge(
                                        pattern(method),
                                        withImplied(Set.of(verb)),
                                        AllowedMethods::union));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static Set<String> withImplied(Set<String> verbs) {
        var all = new TreeSet<>(verbs);
        all.add(HttpMethod.OPTIONS);
        if (verbs.contains(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        some.addAll(more);
        return some;
    }

    /// `/api/v1/articles/{article}` as a regular expression.
    private static String pattern(Method method) {
        var path = Addresses.BASE + segment(method.getDeclaringClass().getAnnotation(Path.class));
        return Stream.of((path + segment(method.getAnnotation(Path.class))).split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((head, tail) -> head + "/" + tail)
                .orElseThrow();
    }

    private static String segment(Path path) {
        return path == null ? "" : "/" + path.value().replaceAll("^/", "");
    }

    private void check(RoutingContext context) {
        var method = context.request().method().name();
        addresses.stream()
                .filter(address -> address.path().matcher(context.request().path()).matches())
                .map(Address::methods)
                .findFirst()
                .filter(allowed -> !allowed.contains(method) || method.equals(HttpMethod.OPTIONS))
                .ifPresentOrElse(allowed -> answer(context, method, allowed), context::next);
    }

    private static void answer(RoutingContext context, String method, Set<String> allowed) {
        context.response().putHeader("Allow", String.join(", ", allowed));
        if (method.equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).end();
        } else {
            Gate.answer(
                    context,
                    ProblemType.METHOD_NOT_ALLOWED,
                    "This address takes %s.".formatted(String.join(", ", allowed)));
        }
    }
}
