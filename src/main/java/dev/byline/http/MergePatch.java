package dev.byline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/// JSON Merge Patch (RFC 7396): what the patch names is replaced, what it sets to null is
/// removed (a null here, which a record takes for nothing, so that an unknown name is still
/// refused), the rest stays. The outcome is held to the same rules as a whole body.
@Singleton
public class MergePatch {
    private final ObjectMapper mapper;
    private final Violations violations;

    MergePatch(ObjectMapper mapper, Violations violations) {
        this.mapper = mapper;
        this.violations = violations;
    }

    public <T> T apply(JsonNode patch, T target, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemType.MISSING_BODY.because("The body must be a JSON object.");
        }
        try {
            var merged = merge(mapper.valueToTree(target), changes);
            return violations.none(mapper.treeToValue(merged, type));
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(JsonFaults.problem(unreadable));
        }
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties()
                .forEach(
                        change -> {
                            var name = change.getKey();
                            switch (change.getValue()) {
                                case ObjectNode value ->
                                        target.set(name, merge(objectAt(target, name), value));
                                case JsonNode value -> target.set(name, value);
                            }
                        });
        return target;
    }

    private static ObjectNode objectAt(ObjectNode target, String name) {
        return target.get(name) instanceof ObjectNode present ? present : target.objectNode();
    }
}
