package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a reader of the OpenAPI document is owed by each operation, and what of it is missing.
public final class DocumentRules {

    /// Statuses that are due wherever an operation is of a kind. What can go wrong in only some
    /// operations (403, 409, 429) is for those to say.
    private static final List<Due> DUE =
            List.of(
                    new Due("any operation", _ -> true, "400", "401", "406", "500", "503"),
                    new Due("a path with variables", DocumentRules::hasVariables, "404"),
                    new Due("a body", DocumentRules::hasBody, "413", "415", "422"),
                    new Due("GET", method("get"), "200", "304"),
                    new Due("POST", DocumentRules::isMaking, "201"),
                    new Due("PUT", method("put"), "412", "428"),
                    new Due("DELETE", ofOne("delete"), "412", "428"),
                    new Due("PATCH", ofOne("patch"), "200", "412"));

    private record Due(String kind, Predicate<Operation> applies, Set<String> statuses) {

        Due(String kind, Predicate<Operation> applies, String... statuses) {
            this(kind, applies, Set.of(statuses));
        }
    }

    private DocumentRules() {}

    /// A sentence for each thing that is missing, nothing for a complete document.
    public static List<String> violations(JsonNode openapi) {
        var document = new Document(openapi);
        var ids = new HashSet<String>();
        return PathItem.all(document)
                .flatMap(PathItem::operations)
                .flatMap(
                        operation ->
                                violations(operation, ids).map((name(operation) + " ")::concat))
                .toList();
    }

    private static Stream<String> violations(Operation operation, Set<String> ids) {
        var violations = new ArrayList<String>();
        for (var text : List.of("operationId", "summary", "description")) {
            if (operation.node().path(text).asText().isBlank()) {
                violations.add("has no " + text);
            }
        }
        if (operation.node().path("tags").isEmpty()) {
            violations.add("has no tag");
        }
        if (!ids.add(operation.node().path("operationId").asText())) {
            violations.add("shares its operationId with another");
        }
        violations.addAll(ofParameters(operation));
        violations.addAll(ofRequestBody(operation));
        violations.addAll(ofResponses(operation));
        violations.addAll(SchemaRules.violations(operation));
        violations.addAll(ofStatuses(operation));
        return violations.stream();
    }

    private static List<String> ofParameters(Operation operation) {
        var violations = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            if (parameter.node().path("description").asText().isBlank()) {
                violations.add("has no description of parameter " + parameter.name());
            }
            var schema = operation.document().follow(parameter.schema());
            if (!hasExample(parameter.node()) && !hasExample(schema) && !schema.has("default")) {
                violations.add(
                        "has neither an example nor a default of parameter " + parameter.name());
            }
        }
        return violations;
    }

    private static List<String> ofRequestBody(Operation operation) {
        var violations = new ArrayList<String>();
        operation
                .requestBody()
                .ifPresent(
                        body ->
                                body.path("content")
                                        .forEach(
                                                entry -> {
                                                    if (!isIllustrated(operation, entry)) {
                                                        violations.add(
                                                                "has no example of its body");
                                                    }
                                                }));
        return violations;
    }

    private static boolean isIllustrated(Operation operation, JsonNode entry) {
        return hasExample(entry) || hasExample(operation.document().follow(entry.path("schema")));
    }

    private static boolean hasExample(JsonNode node) {
        return node.has("example") || !node.path("examples").isEmpty();
    }

    private static List<String> ofResponses(Operation operation) {
        var violations = new ArrayList<String>();
        for (var response : operation.node().path("responses").properties()) {
            var content = operation.document().follow(response.getValue()).path("content");
            for (var entry : content.properties()) {
                if (!entry.getValue().has("schema")) {
                    violations.add(
                            "has no schema for %s of %s"
                                    .formatted(entry.getKey(), response.getKey()));
                }
            }
        }
        return violations;
    }

    private static List<String> ofStatuses(Operation operation) {
        var responses = operation.node().path("responses");
        return DUE.stream()
                .filter(due -> due.applies().test(operation))
                .flatMap(
                        due ->
                                due.statuses().stream()
                                        .filter(status -> !responses.has(status))
                                        .map(
                                                status ->
                                                        "does not document %s, due for %s"
                                                                .formatted(status, due.kind())))
                .sorted()
                .toList();
    }

    private static Predicate<Operation> method(String method) {
        return operation -> operation.method().equals(method);
    }

    /// Of a thing, which has a version, and not of many.
    private static Predicate<Operation> ofOne(String method) {
        return method(method).and(DocumentRules::hasVariables);
    }

    /// A batch makes nothing itself: its operations do.
    private static boolean isMaking(Operation operation) {
        return operation.method().equals("post")
                && !operation.node().path("operationId").asText().equals("runBatch");
    }

    private static boolean hasVariables(Operation operation) {
        return operation.parametersIn("path").findAny().isPresent();
    }

    private static boolean hasBody(Operation operation) {
        return operation.requestBody().isPresent();
    }

    private static String name(Operation operation) {
        return operation.method().toUpperCase(Locale.ROOT)
                + " "
                + String.join("/", operation.template().segments());
    }
}
