package dev.byline.filter;

import static dev.byline.http.ProblemType.INVALID_FILTER;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.text.Nearest;
import java.util.Collection;

/// What can be wrong with a filter, at which place of its text.
final class FilterFault {
    private static final int SHOWN = 60;

    private FilterFault() {}

    static ProblemException syntax(int position, String detail) {
        return at(position, FaultCode.SYNTAX, detail);
    }

    /// @param code for programs, such as `wrong-value`
    /// @param detail a sentence
    static ProblemException at(int position, FaultCode code, String detail) {
        return at(INVALID_FILTER, position, code, detail);
    }

    static ProblemException at(ProblemType type, int position, FaultCode code, String detail) {
        return ProblemException.inParameter(type, "filter", position, code, detail);
    }

    /// "Did you mean …?", or all that there are.
    static String hint(String asked, Collection<String> known) {
        return Nearest.of(asked, known)
                .map(near -> "did you mean \"%s\"?".formatted(near))
                .orElseGet(() -> "known are " + String.join(", ", known) + ".");
    }

    /// What was written, in quotes, cut where it is long.
    static String quote(String text) {
        if (text.length() <= SHOWN) {
            return "\"" + text + "\"";
        }
        var end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return "\"" + text.substring(0, end) + "…\"";
    }
}
