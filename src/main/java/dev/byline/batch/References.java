package dev.byline.batch;

import static dev.byline.http.ProblemType.FAILED_DEPENDENCY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The ids of what the operations of a batch made so far, for those that follow.
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z][A-Za-z0-9_-]*)\\.id");

    private final Map<String, BatchReport.Item> results = new HashMap<>();

    void add(BatchReport.Item result) {
        if (result.id() != null) {
            results.put(result.id(), result);
        }
    }

    Map<String, String> in(Map<String, String> parameters) {
        var filledIn = new TreeMap<String, String>();
        parameters.forEach((name, text) -> filledIn.put(name, text == null ? null : in(text)));
        return filledIn;
    }

    /// A copy.
    JsonNode in(JsonNode body) {
        return switch (body) {
            case null -> null;
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties().forEach(one -> copy.set(one.getKey(), in(one.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array.arrayNode();
                array.forEach(item -> copy.add(in(item)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(in(text.textValue()));
            default -> body;
        };
    }

    /// Text that names nothing of the batch stays as it is.
    private String in(String text) {
        var reference = REFERENCE.matcher(text);
        return reference.matches() && results.containsKey(reference.group(1))
                ? id(reference.group(1))
                : text;
    }

    private String id(String name) {
        var id = results.get(name).madeId();
        if (id == null) {
            throw FAILED_DEPENDENCY.because("The operation \"%s\" made nothing.".formatted(name));
        }
        return id;
    }
}
