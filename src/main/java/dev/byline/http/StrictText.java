package dev.byline.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.text.Texts;
import java.io.IOException;

/// Reads text, and only text: no number is turned into it, no half surrogate pair gets in (it
/// would come back as `?`), and no U+0000, which PostgreSQL cannot store.
final class StrictText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getText();
        if (text.indexOf('\0') >= 0) {
            throw new Unstorable(parser);
        }
        if (Texts.hasLoneSurrogate(text)) {
            throw new NotUnicode(parser);
        }
        return text;
    }

    static final class Unstorable extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        Unstorable(JsonParser parser) {
            super(parser, "U+0000");
        }
    }

    static final class NotUnicode extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        NotUnicode(JsonParser parser) {
            super(parser, "lone surrogate");
        }
    }
}
