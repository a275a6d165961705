package dev.byline.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;

/// Reads instants of RFC 3339, with any offset, to the microsecond that PostgreSQL keeps.
final class StrictInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var parsed = Instants.parse(parser.getText());
        return parsed.isPresent()
                ? parsed.get()
                : (Instant)
                        context.handleWeirdStringValue(Instant.class, parser.getText(), "RFC 3339");
    }
}
