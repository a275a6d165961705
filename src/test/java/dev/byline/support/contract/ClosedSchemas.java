package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Closes the schemas of a document: a property that no schema describes is refused, where JSON
/// Schema itself would let it pass.
///
/// The closing keyword is put where a schema describes a whole value, never inside a composition,
/// and it is `unevaluatedProperties`, which sees through `$ref`, `allOf`, `anyOf` and `oneOf`. So
/// parts that only together describe an object stay usable, and whatever says
/// `additionalProperties` stays as open as it says.
record ClosedSchemas(Document document) {

    private static final List<String> WHOLE = List.of("items", "additionalProperties");
    private static final List<String> WHOLE_LISTS = List.of("prefixItems");
    private static final List<String> WHOLE_MAPS = List.of("properties", "patternProperties");
    private static final List<String> IN_PLACE = List.of("then", "else");
    private static final List<String> IN_PLACE_LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> IN_PLACE_MAPS = List.of("dependentSchemas");

    /// A copy of a schema that describes a whole value, closed at every level.
    JsonNode whole(JsonNode schema) {
        var copy = schema.deepCopy();
        closeWhole(copy);
        return copy;
    }

    /// A copy of a schema that is referred to, closed at every level below its own: whether that
    /// one may be closed depends on the place of the reference.
    JsonNode inside(JsonNode schema) {
        var copy = schema.deepCopy();
        closeInside(copy);
        return copy;
    }

    private void closeWhole(JsonNode schema) {
        closeInside(schema);
        if (schema instanceof ObjectNode object && describesProperties(schema)) {
            object.putIfAbsent("unevaluatedProperties", object.booleanNode(false));
        }
    }

    private void closeInside(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        WHOLE.forEach(keyword -> closeWhole(schema.path(keyword)));
        WHOLE_LISTS.forEach(keyword -> schema.path(keyword).forEach(this::closeWhole));
        WHOLE_MAPS.forEach(keyword -> schema.path(keyword).forEach(this::closeWhole));
        IN_PLACE.forEach(keyword -> closeInside(schema.path(keyword)));
        IN_PLACE_LISTS.forEach(keyword -> schema.path(keyword).forEach(this::closeInside));
        IN_PLACE_MAPS.forEach(keyword -> schema.path(keyword).forEach(this::closeInside));
    }

    private boolean describesProperties(JsonNode schema) {
        return document.inPlace(schema).anyMatch(applied -> applied.has("properties"));
    }
}
