package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Headers and parameters are text: read here as the JSON values that their schemas speak of.
/// Text that does not read so stays text, for the schema to refuse.
record WireText(Document document) {

    JsonNode read(String text, JsonNode schema) {
        var types = types(schema);
        if (types.contains("array")) {
            return list(List.of(text.split(",", -1)), schema);
        }
        if (types.contains("integer") || types.contains("number")) {
            return number(text);
        }
        if (types.contains("boolean") && List.of("true", "false").contains(text)) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return TextNode.valueOf(text);
    }

    /// The values of one parameter of a query, where a list may be spread over several.
    Stream<JsonNode> readAll(List<String> texts, Operation.Parameter parameter) {
        return parameter.explode() && types(parameter.schema()).contains("array")
                ? Stream.of(list(texts, parameter.schema()))
                : texts.stream().map(text -> read(text, parameter.schema()));
    }

    private JsonNode list(List<String> texts, JsonNode schema) {
        var items =
                document.inPlace(schema)
                        .map(applied -> applied.path("items"))
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .orElse(schema.path("items"));
        var list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> list.add(read(text, items)));
        return list;
    }

    private static JsonNode number(String text) {
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return TextNode.valueOf(text);
        }
    }

    private Set<String> types(JsonNode schema) {
        return document.inPlace(schema)
                .map(applied -> applied.path("type"))
                .flatMap(type -> type.isArray() ? type.valueStream() : Stream.of(type))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
