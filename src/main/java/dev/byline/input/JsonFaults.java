package dev.byline.input;

import static dev.byline.http.FaultCode.TOO_DEEP;
import static dev.byline.http.FaultCode.TOO_LONG;
import static dev.byline.http.FaultCode.WRONG_VALUE;
import static dev.byline.http.ProblemType.*;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.byline.http.FaultCode;
import dev.byline.http.Problem;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.text.Nearest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What Jackson could not read, told without a word of Java: the place as a JSON pointer, or
/// line and column where the JSON itself is broken.
public final class JsonFaults {
    static final String INSTANT = "an instant of RFC 3339, such as 2026-11-24T08:00:00Z";

    private JsonFaults() {}

    public static Problem problem(JacksonException unreadable) {
        return switch (unreadable) {
            case RefusedValue refused -> refused(refused);
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException wrong ->
                    at(WRONG_TYPE, wrong, code(wrong), expected(wrong));
            case MismatchedInputException empty when says(empty, "No content") ->
                    Problem.of(MISSING_BODY, "The body must be a JSON object.");
            case MismatchedInputException more when says(more, "Trailing token") ->
                    broken("The body goes on behind its end", more);
            case MismatchedInputException wrong ->
                    at(WRONG_TYPE, wrong, FaultCode.WRONG_TYPE, expected(wrong));
            case JsonMappingException wrapped
                    when wrapped.getCause() instanceof StreamConstraintsException limit ->
                    beyond(limit, pointer(wrapped.getPath()));
            case JsonMappingException wrapped
                    when wrapped.getCause() instanceof JacksonException inner ->
                    problem(inner);
            case StreamConstraintsException limit -> beyond(limit, "");
            default -> unparsed(unreadable);
        };
    }

    /// The parser's own words are the only thing that tells these apart.
    private static Problem unparsed(JacksonException unreadable) {
        var reason = unreadable.getOriginalMessage();
        if (reason.contains("surrogate")) {
            var place = place(unreadable);
            return Problem.of(INVALID_TEXT, "A name holds half a surrogate pair" + place + ".");
        }
        return reason.startsWith("Duplicate field")
                ? broken("The body names a key twice in one object", unreadable)
                : broken("The body is not valid JSON", unreadable);
    }

    /// Of a body that is another kind of JSON.
    static Problem noObject() {
        return Problem.of(WRONG_TYPE, "The body must be an object.")
                .with(List.of(Fault.inBody("", FaultCode.WRONG_TYPE, "must be an object")));
    }

    private static boolean says(MismatchedInputException exception, String beginning) {
        return exception.getPath().isEmpty()
                && exception.getOriginalMessage().startsWith(beginning);
    }

    private static Problem broken(String what, JacksonException broken) {
        return Problem.of(MALFORMED_JSON, what + place(broken) + ".");
    }

    private static Problem refused(RefusedValue refused) {
        return refused.type() == INVALID
                ? ProblemException.invalid(
                                pointer(refused.getPath()), refused.code(), refused.detail())
                        .problem()
                : at(refused.type(), refused, refused.code(), refused.detail());
    }

    /// RFC 8259, 9: a parser may have limits. Jackson's are a depth of 1,000, numbers of 1,000
    /// digits and names of 50,000 characters.
    private static Problem beyond(StreamConstraintsException limit, String pointer) {
        var isDeep = limit.getOriginalMessage().contains("depth");
        return ProblemException.invalid(
                        pointer,
                        isDeep ? TOO_DEEP : TOO_LONG,
                        isDeep
                                ? "must not be nested more than 1,000 deep"
                                : "must have no number of more than 1,000 digits and no name of more than 50,000"
                                        + " characters")
                .problem();
    }

    private static Problem unknown(UnrecognizedPropertyException unknown) {
        var name = unknown.getPropertyName();
        var nearest = Nearest.of(name, names(unknown.getKnownPropertyIds()));
        var detail =
                nearest.map(near -> "is not known; did you mean \"%s\"?".formatted(near))
                        .orElse("is not known");
        return at(UNKNOWN_PROPERTY, unknown, FaultCode.UNKNOWN_PROPERTY, detail);
    }

    private static List<String> names(Collection<Object> known) {
        return Optional.ofNullable(known).orElse(List.of()).stream().map(String::valueOf).toList();
    }

    private static Problem at(
            ProblemType type, JsonMappingException exception, FaultCode code, String detail) {
        var pointer = pointer(exception.getPath());
        var place = pointer.isEmpty() ? "The body" : pointer.substring(1);
        return Problem.of(type, place + " " + detail + (detail.endsWith("?") ? "" : "."))
                .with(List.of(Fault.inBody(pointer, code, detail)));
    }

    /// A number where `true` belongs is no value of the right type.
    private static FaultCode code(InvalidFormatException wrong) {
        return wrong.getValue() instanceof String ? WRONG_VALUE : FaultCode.WRONG_TYPE;
    }

    private static String expected(MismatchedInputException wrong) {
        var type = wrong.getTargetType();
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        return "must be " + describe(type);
    }

    private static String describe(Class<?> type) {
        if (type == String.class) return "text";
        if (type == Instant.class) return INSTANT;
        if (type == UUID.class) return "a UUID";
        if (type == boolean.class || type == Boolean.class) return "true or false";
        if (type == Integer.class) return "a whole number";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "a number";
        if (Collection.class.isAssignableFrom(type)) return "an array";
        return "an object";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> name((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> constant) {
        try {
            var written =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class);
            return written == null ? constant.name() : written.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : escape(step))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    /// RFC 6901, 3: `~` and `/` are written as `~0` and `~1`.
    private static String escape(Reference step) {
        return step.getFieldName().replace("~", "~0").replace("/", "~1");
    }

    private static String place(JacksonException broken) {
        var location =
                broken instanceof JsonProcessingException processing
                        ? processing.getLocation()
                        : null;
        return location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
