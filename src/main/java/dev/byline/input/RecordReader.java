package dev.byline.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.http.ProblemException;
import jakarta.inject.Singleton;

/// Reads what stands within a body as the body that it would be by itself: with the same
/// strictness, and held to the rules of its record.
@Singleton
public class RecordReader {
    private final ObjectMapper mapper;
    private final Violations violations;

    RecordReader(ObjectMapper mapper, Violations violations) {
        this.mapper = mapper;
        this.violations = violations;
    }

    /// @throws ProblemException with pointers from this value on
    public <T> T read(JsonNode json, Class<T> type) {
        try {
            return violations.none(mapper.treeToValue(json, type));
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(JsonFaults.problem(unreadable));
        }
    }
}
