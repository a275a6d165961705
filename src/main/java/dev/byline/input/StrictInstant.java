package dev.byline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.http.Instants;
import java.io.IOException;
import java.time.Instant;

/// Reads instants of RFC 3339, with any offset, of the years 1 to 9999, to the microsecond.
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
        if (Instants.isBeyondYears(parser.getText())) {
            throw new BeyondYears(parser);
        }
        var parsed = Instants.parse(parser.getText());
        return parsed.isPresent()
                ? parsed.get()
                : (Instant)
                        context.handleWeirdStringValue(Instant.class, parser.getText(), "RFC 3339");
    }

    static final class BeyondYears extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        BeyondYears(JsonParser parser) {
            super(parser, "beyond the years 1 to 9999");
        }
    }
}
