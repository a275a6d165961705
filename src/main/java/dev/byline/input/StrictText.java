package dev.byline.input;

import static dev.byline.http.FaultCode.HOLDS_NUL;
import static dev.byline.http.FaultCode.NOT_UNICODE;
import static dev.byline.http.ProblemType.INVALID;
import static dev.byline.http.ProblemType.INVALID_TEXT;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.byline.text.OneLine;
import dev.byline.text.Texts;
import dev.byline.text.WebAddress;
import dev.byline.text.WebAddresses;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;

/// Reads text, and only text: no number is turned into it, no half surrogate pair gets in (it
/// would come back as `?`), and no U+0000, which PostgreSQL cannot store. Blanks at the ends of a
/// property that is [OneLine] are left out, and a [WebAddress] is read as its ASCII form.
final class StrictText extends StdScalarDeserializer<String> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    private final Class<? extends Annotation> rule;

    StrictText() {
        this(null);
    }

    private StrictText(Class<? extends Annotation> rule) {
        super(String.class);
        this.rule = rule;
    }

    @Override
    public JsonDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty property) {
        return Stream.of(OneLine.class, WebAddress.class)
                .filter(kind -> property != null && property.getAnnotation(kind) != null)
                .findFirst()
                .map(StrictText::new)
                .orElseGet(StrictText::new);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        var text = parser.getText();
        if (text.indexOf('\0') >= 0) {
            throw new RefusedValue(
                    parser, INVALID, HOLDS_NUL, "must not hold the character U+0000");
        }
        if (Texts.hasLoneSurrogate(text)) {
            throw new RefusedValue(
                    parser, INVALID_TEXT, NOT_UNICODE, "must not hold half a surrogate pair");
        }
        return inForm(text);
    }

    private String inForm(String text) {
        if (rule == OneLine.class) {
            return Texts.trimmed(text);
        }
        return rule == WebAddress.class ? WebAddresses.ascii(text) : text;
    }
}
