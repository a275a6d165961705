package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What programs that make a client from the document need of the schemas of an operation: each
/// object has a name, and nothing is one of several things.
final class SchemaRules {

    private static final List<String> UNIONS = List.of("anyOf", "oneOf");

    private final Document document;
    private final Set<JsonNode> met = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    private SchemaRules(Document document) {
        this.document = document;
    }

    static List<String> violations(Operation operation) {
        var rules = new SchemaRules(operation.document());
        contents(operation)
                .flatMap(JsonNode::valueStream)
                .forEach(entry -> rules.visit(entry.path("schema"), ""));
        return rules.violations;
    }

    private static Stream<JsonNode> contents(Operation operation) {
        return Stream.concat(
                        operation.requestBody().stream(),
                        operation
                                .node()
                                .path("responses")
                                .valueStream()
                                .map(operation.document()::follow))
                .map(holder -> holder.path("content"));
    }

    private void visit(JsonNode schema, String place) {
        if (!met.add(schema)) {
            return;
        }
        if (schema.has("properties")) {
            violations.add("has an object without a name at \"%s\"".formatted(place));
        }
        within(document.follow(schema), place);
    }

    private void within(JsonNode schema, String place) {
        if (UNIONS.stream().anyMatch(schema::has)) {
            violations.add("has a union at \"%s\"".formatted(place));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> visit(property.getValue(), place + "/" + property.getKey()));
        visit(schema.path("items"), place + "/0");
    }
}
