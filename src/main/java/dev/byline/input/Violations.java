package dev.byline.input;

import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        return Fault.inBody(
                pointer(violation.getPropertyPath()), code(violation), violation.getMessage());
    }

    private static String code(ConstraintViolation<?> violation) {
        var name =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
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
