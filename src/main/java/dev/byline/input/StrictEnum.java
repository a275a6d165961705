package dev.byline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;

/// Reads the values of an enumeration to the letter. (Jackson's own reader leaves out blanks and
/// control characters at their ends.)
final class StrictEnum extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private StrictEnum(JsonDeserializer<?> values) {
        super(values);
    }

    /// Puts it around the reader of every enumeration.
    static BeanDeserializerModifier modifier() {
        return new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config,
                    JavaType type,
                    BeanDescription description,
                    JsonDeserializer<?> values) {
                return new StrictEnum(values);
            }
        };
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> values) {
        return new StrictEnum(values);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
        return text.equals(text.trim())
                ? super.deserialize(parser, context)
                : context.handleWeirdStringValue(handledType(), text, "to the letter");
    }
}
