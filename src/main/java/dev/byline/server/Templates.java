package dev.byline.server;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The addresses of the API, such as `/api/v1/articles/{article}`, and which of them a path is.
@Singleton
class Templates {
    /// What is served beside the API, by the first segment of its addresses.
    static final Set<String> BESIDE = Set.of("openapi", "docs", "problems");

    private final List<Template> all;

    Templates(Operations operations) {
        var methods = new LinkedHashMap<String, Set<String>>();
        var patches = new HashMap<String, List<String>>();
        for (var operation : operations.all()) {
            methods.merge(operation.address(), withImplied(operation.method()), Templates::union);
            if (operation.method().equals(HttpMethod.PATCH)) {
                patches.put(operation.address(), operation.consumes());
            }
        }
        all =
                methods.entrySet().stream()
                        .map(
                                noted ->
                                        Template.of(
                                                noted.getKey(),
                                                noted.getValue(),
                                                patches.getOrDefault(noted.getKey(), List.of())))
                        .sorted(Comparator.comparing(Template::openness))
                        .toList();
    }

    /// An address, of which a segment may be open as in `{article}`, with its methods. Every
    /// request is compared with them, so it is done without regular expressions.
    ///
    /// @param patches the media types of patches; none where it takes none
    record Template(String text, String[] segments, Set<String> methods, List<String> patches) {
        private static Template of(String text, Set<String> methods, List<String> patches) {
            return new Template(text, text.split("/"), methods, patches);
        }

        /// `archive` comes before `{article}`.
        private long openness() {
            return Arrays.stream(segments).filter(Template::isOpen).count();
        }

        private static boolean isOpen(String segment) {
            return segment.startsWith("{");
        }

        private boolean is(String[] asked) {
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

    /// @param segments of a path, the first of which is empty
    Optional<Template> of(String[] segments) {
        for (var template : all) {
            if (template.is(segments)) {
                return Optional.of(template);
            }
        }
        return Optional.empty();
    }

    static Set<String> withImplied(String method) {
        var all = new TreeSet<>(Set.of(method, HttpMethod.OPTIONS));
        if (method.equals(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        some.addAll(more);
        return some;
    }
}
