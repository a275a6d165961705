package dev.byline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.http.Uuids;
import java.io.IOException;
import java.util.UUID;

/// Reads UUIDs in the textual form of RFC 9562. (Jackson's own reader takes Base64 as well.)
final class StrictUuid extends StdScalarDeserializer<UUID> {
    private static final long serialVersionUID = 1L;

    StrictUuid() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        var parsed = Uuids.parse(parser.getText());
        return parsed.isPresent()
                ? parsed.get()
                : (UUID) context.handleWeirdStringValue(UUID.class, parser.getText(), "RFC 9562");
    }
}
