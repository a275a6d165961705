package dev.byline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemType;
import dev.byline.http.WholeNumber;
import java.io.IOException;

/// Reads [WholeNumber]s, and says of one that is too large that it is.
final class StrictInteger extends StdScalarDeserializer<Integer> {
    private static final long serialVersionUID = 1L;

    StrictInteger() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        var token = parser.currentToken();
        var number = token.isNumeric() ? WholeNumber.parse(parser.getText()) : null;
        if (number == null || number.isEmpty()) {
            return (Integer) context.handleUnexpectedToken(Integer.class, parser);
        }
        var value = number.getAsLong();
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new RefusedValue(
                    parser,
                    ProblemType.INVALID,
                    FaultCode.OUT_OF_RANGE,
                    "must be from %,d to %,d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        return (int) value;
    }
}
