package dev.byline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which methods each address takes, as the annotations of the resources say: for 405 and its
/// `Allow` (RFC 9110, 15.5.6), and for OPTIONS. Quarkus REST answers the one without the header,
/// and the other with the methods of neighbouring addresses.
@Singleton
class AllowedMethods {
    private static final int AFTER_AUTHENTICATION = 50;
    private static final Set<String> READ_ONLY = Set.of("openapi", "docs", "problems");
    private static final Set<String> READ = withImplied(Set.of(HttpMethod.GET));

    private final List<Address> addresses;

    AllowedMethods(Operations operations) {
        var methods = new LinkedHashMap<String, Set<String>>();
        for (var operation : operations.all()) {
            methods.merge(
                    operation.address(),
                    withImplied(Set.of(operation.method())),
                    AllowedMethods::union);
        }
        addresses =
                methods.entrySet().stream()
                        .map(Address::of)
                        .sorted(Comparator.comparing(Address::openness))
                        .toList();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_AUTHENTICATION);
    }

    /// An address, of which a segment may be open as in `{article}`, with its methods. Every
    /// request is compared with them, so it is done without regular expressions.
    private record Address(String[] segments, Set<String> methods) {
        static Address of(Map.Entry<String, Set<String>> noted) {
            return new Address(noted.getKey().split("/"), noted.getValue());
        }

        /// `archive` comes before `{article}`.
        long openness() {
            return Arrays.stream(segments).filter(Address::isOpen).count();
        }

        private static boolean isOpen(String segment) {
            return segment.startsWith("{");
        }

        boolean is(String[] asked) {
            if (asked.length != segments.length) {
                return false;
            }
            for (var index = 0; index < segments.length; index++) {
                if (!isOpen(segments[index]) && !segments[index].equals(asked[index])) {
                    return false;
                }
            }
            return true;
        }
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

    private void check(RoutingContext context) {
        var method = context.request().method().name();
        allowed(context.request().path().split("/"))
                .filter(allowed -> !allowed.contains(method) || method.equals(HttpMethod.OPTIONS))
                .ifPresentOrElse(allowed -> answer(context, method, allowed), context::next);
    }

    private Optional<Set<String>> allowed(String[] asked) {
        if (asked.length == 0 || asked.length > 1 && READ_ONLY.contains(asked[1])) {
            return Optional.of(READ);
        }
        return addresses.stream()
                .filter(address -> address.is(asked))
                .map(Address::methods)
                .findFirst();
    }

    private static void answer(RoutingContext context, String method, Set<String> allowed) {
        context.response().putHeader("Allow", String.join(", ", allowed));
        if (method.equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).end();
        } else {
            Refusals.answer(
                    context,
                    ProblemType.METHOD_NOT_ALLOWED,
                    "This address takes %s.".formatted(String.join(", ", allowed)));
        }
    }
}
