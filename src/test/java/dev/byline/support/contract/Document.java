package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An OpenAPI 3.1 document as a tree whose references can be followed.
record Document(JsonNode root) {

    private static final List<String> COMPOSITION = List.of("allOf", "anyOf", "oneOf");

    /// The node itself, or what its `$ref` leads to.
    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? follow(target(node.get("$ref").asText())) : node;
    }

    private JsonNode target(String reference) {
        var node =
                reference.startsWith("#/")
                        ? root.at(reference.substring(1))
                        : MissingNode.getInstance();
        if (node.isMissingNode()) {
            throw new IllegalStateException("The document does not contain " + reference);
        }
        return node;
    }

    /// A schema and all schemas that apply to the same value as it does: through references and
    /// composition, not through properties or items.
    Stream<JsonNode> inPlace(JsonNode schema) {
        Set<JsonNode> met = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(schema, met);
        return new ArrayList<>(met).stream();
    }

    private void collect(JsonNode schema, Set<JsonNode> met) {
        if (!met.add(schema)) {
            return;
        }
        if (schema.has("$ref")) {
            collect(target(schema.get("$ref").asText()), met);
        }
        COMPOSITION.forEach(
                keyword -> schema.path(keyword).forEach(branch -> collect(branch, met)));
    }
}
