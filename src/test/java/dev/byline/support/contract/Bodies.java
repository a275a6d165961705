package dev.byline.support.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// Checks a body against the entry of a `content` object: the media type, then the schema.
final class Bodies {

    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Bodies() {}

    static List<String> violations(JsonNode content, String type, String body, Schemas schemas) {
        return MediaTypes.entry(content, type)
                .map(entry -> ofEntry(entry, type, body, schemas))
                .orElseGet(() -> List.of(undocumented(content, type)));
    }

    private static List<String> ofEntry(JsonNode entry, String type, String body, Schemas schemas) {
        if (!MediaTypes.isJson(type)) {
            return List.of();
        }
        if (body.isEmpty()) {
            return List.of("the body is documented as " + type + " and is empty");
        }
        if (!entry.has("schema")) {
            return List.of("the document has no schema for the body");
        }
        try {
            return schemas.refusals(entry.get("schema"), STRICT.readTree(body)).stream()
                    .map("body "::concat)
                    .toList();
        } catch (JsonProcessingException malformed) {
            return List.of("body is not JSON: " + malformed.getOriginalMessage());
        }
    }

    private static String undocumented(JsonNode content, String type) {
        return "media type \"%s\" is not documented, but %s"
                .formatted(type, content.propertyStream().map(entry -> entry.getKey()).toList());
    }
}
