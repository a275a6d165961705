package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A path of the document and the methods that it answers.
record PathItem(Document document, PathTemplate template, JsonNode node) {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static Stream<PathItem> all(Document document) {
        return document.root()
                .path("paths")
                .propertyStream()
                .map(
                        path ->
                                new PathItem(
                                        document,
                                        PathTemplate.of(path.getKey()),
                                        document.follow(path.getValue())));
    }

    /// The path that a request meets.
    static Optional<PathItem> find(Document document, String path) {
        return all(document)
                .filter(item -> item.template.matches(path))
                .min(Comparator.comparing(PathItem::template, PathTemplate.LITERAL_FIRST));
    }

    Stream<Operation> operations() {
        return METHODS.stream()
                .filter(node::has)
                .map(method -> new Operation(document, method, template, node, node.get(method)));
    }

    /// The operation of a method; `HEAD` is answered as `GET` without the body (RFC 9110, 9.3.2).
    Optional<Operation> operation(String method) {
        var wanted = method.equals("HEAD") && !node.has("head") ? "GET" : method;
        return operations()
                .filter(operation -> operation.method().equals(wanted.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    Set<String> methods() {
        var methods = new TreeSet<String>();
        operations().forEach(operation -> methods.add(operation.method().toUpperCase(Locale.ROOT)));
        return methods;
    }
}
