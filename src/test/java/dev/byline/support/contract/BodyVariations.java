package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Values made from a schema: the least that it asks for, and what differs from that in one place,
/// at the bounds of what is allowed and a step beyond. The schema says of each which it is.
record BodyVariations(Document document, TextVariations texts) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UNKNOWN = "somethingUnheardOf";

    /// The least that it asks for, with the document's examples.
    JsonNode least(JsonNode place) {
        var schema = document.follow(place);
        var example = example(place, schema);
        if (example != null) {
            return example;
        }
        return switch (type(schema)) {
            case "object" -> leastObject(schema);
            case "array" -> JSON.arrayNode();
            case "string" -> JSON.textNode("a".repeat(schema.path("minLength").asInt(1)));
            case "integer" -> JSON.numberNode(schema.path("minimum").asInt(0));
            case "boolean" -> JSON.booleanNode(true);
            case String other -> throw new IllegalStateException(other);
        };
    }

    private static JsonNode example(JsonNode place, JsonNode schema) {
        if (schema.has("properties")) {
            return null;
        }
        return Stream.of(place.at("/examples/0"), schema.at("/examples/0"), schema.at("/enum/0"))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(null);
    }

    private JsonNode leastObject(JsonNode schema) {
        var object = JSON.objectNode();
        for (var name : schema.path("required")) {
            object.set(name.asText(), least(schema.path("properties").path(name.asText())));
        }
        return object;
    }

    List<JsonNode> all(JsonNode place) {
        var schema = document.follow(place);
        var all = new ArrayList<JsonNode>();
        all.add(JSON.nullNode());
        all.add(JSON.numberNode(1.5));
        all.add(JSON.objectNode());
        all.add(JSON.textNode("x"));
        schema.path("enum").forEach(all::add);
        switch (type(schema)) {
            case "object" -> all.addAll(objects(schema));
            case "array" -> all.addAll(arrays(schema));
            case "boolean" -> all.add(JSON.booleanNode(false));
            case "string" -> all.addAll(texts.of(least(place).asText(), schema));
            case "integer" -> all.addAll(integers(schema));
            default -> all.add(JSON.booleanNode(true));
        }
        return all.stream().distinct().toList();
    }

    private List<JsonNode> objects(JsonNode schema) {
        var all = new ArrayList<JsonNode>();
        var least = (ObjectNode) leastObject(schema);
        all.add(least);
        all.add(least.deepCopy().put(UNKNOWN, "x"));
        for (var name : schema.path("required")) {
            var without = least.deepCopy();
            without.remove(name.asText());
            all.add(without);
        }
        for (var property : schema.path("properties").properties()) {
            for (var value : all(property.getValue())) {
                all.add(least.deepCopy().set(property.getKey(), value));
            }
        }
        return all;
    }

    private List<JsonNode> arrays(JsonNode schema) {
        var all = new ArrayList<JsonNode>();
        all(schema.path("items")).forEach(item -> all.add(JSON.arrayNode().add(item)));
        if (schema.has("maxItems")) {
            var most = schema.path("maxItems").asInt();
            all.add(items(schema.path("items"), most));
            all.add(items(schema.path("items"), most + 1));
        }
        all.add(items(schema.path("items"), 1).addAll(items(schema.path("items"), 1)));
        return all;
    }

    /// Texts that differ.
    private ArrayNode items(JsonNode place, int count) {
        var items = JSON.arrayNode();
        for (var index = 0; index < count; index++) {
            var item = least(place);
            items.add(item.isTextual() ? JSON.textNode(item.asText() + index) : item);
        }
        return items;
    }

    private static List<JsonNode> integers(JsonNode schema) {
        return Stream.of("minimum", "maximum")
                .filter(schema::has)
                .map(bound -> schema.get(bound).asInt())
                .flatMap(bound -> Stream.of(bound - 1, bound, bound + 1))
                .<JsonNode>map(JSON::numberNode)
                .toList();
    }

    private static String type(JsonNode schema) {
        return schema.path("type").isArray()
                ? schema.path("type")
                        .valueStream()
                        .map(JsonNode::asText)
                        .filter(type -> !Set.of("null").contains(type))
                        .findFirst()
                        .orElseThrow()
                : schema.path("type").asText();
    }
}
