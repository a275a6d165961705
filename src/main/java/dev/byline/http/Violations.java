package dev.byline.http;

import dev.byline.http.Problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Bean Validation's findings in the API's own names: JSON pointers instead of Java paths.
final class Violations {
    private Violations() {}

    static Problem problem(ConstraintViolationException broken) {
        if (broken.getConstraintViolations().stream().anyMatch(Violations::isMissingBody)) {
            return Problem.of(ProblemType.MISSING_BODY, "The body must be a JSON object.");
        }
        var faults =
                broken.getConstraintViolations().stream()
                        .map(Violations::fault)
                        .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                        .toList();
        return ProblemException.invalid(faults).problem();
    }

    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        return pointer(violation.getPropertyPath()).isEmpty()
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
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
