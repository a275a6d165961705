package dev.byline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/// JSON Merge Patch (RFC 7396): what the patch names is replaced, what it sets to null is
/// removed (a null here, which a record takes for nothing, so that an unknown name is still
/// refused), the rest stays. The outcome is held to the same rules as a whole body.
@Singleton
public class MergePatch {
    private final ObjectMapper mapper;
    private final Validator validator;

    MergePatch(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    public <T> T apply(JsonNode patch, T target, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemType.MISSING_BODY.because("The body must be a JSON object.");
        }
        try {
            var merged = merge(mapper.valueToTree(target), changes);
            var patched = mapper.treeToValue(merged, type);
            var violations = validator.validate(patched);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return patched;
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
