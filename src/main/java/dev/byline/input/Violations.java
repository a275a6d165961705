package dev.byline.input;

import static dev.byline.http.FaultCode.BLANK;
import static dev.byline.http.FaultCode.INVALID_ADDRESS;
import static dev.byline.http.FaultCode.INVALID_EMAIL;
import static dev.byline.http.FaultCode.INVALID_LANGUAGE;
import static dev.byline.http.FaultCode.INVALID_SLUG;
import static dev.byline.http.FaultCode.MISSING;
import static dev.byline.http.FaultCode.NOT_ONE_LINE;
import static dev.byline.http.FaultCode.OUT_OF_RANGE;
import static dev.byline.http.FaultCode.TOO_LONG;
import static dev.byline.http.FaultCode.TOO_MANY_ITEMS;
import static dev.byline.http.FaultCode.TOO_SHORT;

import dev.byline.http.FaultCode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.text.LanguageTag;
import dev.byline.text.OneLine;
import dev.byline.text.ValidSlug;
import dev.byline.text.Visible;
import dev.byline.text.WebAddress;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Bean Validation's findings in the API's own names: JSON pointers instead of Java paths. Bodies
/// are held to the rules of their records where they are read, and not by annotations of the
/// methods that take them: those would be looked through for rules at each start of the server.
@Singleton
final class Violations {
    private final Validator validator;

    Violations(Validator validator) {
        this.validator = validator;
    }

    /// What was given, where it keeps the rules of its type.
    <T> T none(T body) {
        var faults = of(body);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return body;
    }

    /// Where the body breaks the rules of its type, from its first property to its last.
    List<Fault> of(Object body) {
        return validator.validate(body).stream()
                .map(Violations::fault)
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        var pointer = pointer(violation.getPropertyPath());
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case Size size -> size(pointer, size, violation);
            case Annotation rule -> Fault.inBody(pointer, code(rule), violation.getMessage());
        };
    }

    /// Names that stay, whatever the rules are called in Java.
    private static FaultCode code(Annotation rule) {
        return switch (rule) {
            case NotNull _ -> MISSING;
            case Min _, Max _ -> OUT_OF_RANGE;
            case Visible _ -> BLANK;
            case OneLine _ -> NOT_ONE_LINE;
            case ValidSlug _ -> INVALID_SLUG;
            case LanguageTag _ -> INVALID_LANGUAGE;
            case WebAddress _ -> INVALID_ADDRESS;
            case Email _ -> INVALID_EMAIL;
            default -> throw new IllegalStateException("No code of " + rule);
        };
    }

    private static Fault size(String pointer, Size size, ConstraintViolation<?> violation) {
        if (violation.getInvalidValue() instanceof Collection<?>) {
            var rule = "must have %,d items at most".formatted(size.max());
            return Fault.inBody(pointer, TOO_MANY_ITEMS, rule);
        }
        var text = violation.getInvalidValue().toString();
        if (text.codePointCount(0, text.length()) < size.min()) {
            var rule = "must have %,d or more characters".formatted(size.min());
            return Fault.inBody(pointer, TOO_SHORT, rule);
        }
        var isOwn = !violation.getMessageTemplate().startsWith("{");
        var rule = "must have %,d characters at most".formatted(size.max());
        return Fault.inBody(pointer, TOO_LONG, isOwn ? violation.getMessage() : rule);
    }

    private static String pointer(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Violations::segment)
                .collect(Collectors.joining());
    }

    private static String segment(Path.Node node) {
        var index = node.getIndex() == null ? "" : "/" + node.getIndex();
        return switch (node.getKind()) {
            case ElementKind.PROPERTY -> index + "/" + node.getName();
            case ElementKind.CONTAINER_ELEMENT -> index;
            default -> "";
        };
    }
}
