package dev.byline.input;

import static dev.byline.http.FaultCode.BEYOND_YEARS;
import static dev.byline.http.FaultCode.WRONG_VALUE;
import static dev.byline.http.ProblemType.INVALID;
import static dev.byline.http.ProblemType.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.http.Instants;
import java.io.IOException;
import java.time.Instant;

/// Reads [Instants], and says why a text is none.
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
        var text = parser.getText();
        var instant = Instants.parse(text);
        if (instant.isEmpty()) {
            var isBeyond = Instants.isBeyondYears(text);
            throw new RefusedValue(
                    parser,
                    isBeyond ? INVALID : WRONG_TYPE,
                    isBeyond ? BEYOND_YEARS : WRONG_VALUE,
                    Instants.rule(text).orElse("must be " + JsonFaults.INSTANT));
        }
        return instant.get();
    }
}
