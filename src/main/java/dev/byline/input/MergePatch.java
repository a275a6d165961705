package dev.byline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/// JSON Merge Patch (RFC 7396): what the patch names is replaced, what it sets to null is
/// removed (a null here, which a record takes for nothing, so that an unknown name is still
/// refused), the rest stays. The outcome is held to the same rules as a whole body, but for what
/// broke them before and is not named: what was taken under older rules keeps nobody from changing
/// something else.
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
            throw new ProblemException(JsonFaults.noObject());
        }
        try {
            var merged = mapper.treeToValue(merge(mapper.valueToTree(target), changes), type);
            var faults = new ArrayList<>(violations.of(merged));
            if (!faults.isEmpty()) {
                var before = violations.of(target);
                faults.removeIf(fault -> before.contains(fault) && !names(changes, fault));
            }
            if (!faults.isEmpty()) {
                throw ProblemException.invalid(faults);
            }
            return merged;
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(JsonFaults.problem(unreadable));
        }
    }

    private static boolean names(ObjectNode changes, Fault fault) {
        return changes.has(fault.pointer().split("/")[1]);
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
