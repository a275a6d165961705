package dev.byline.http;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Whole numbers as JSON Schema has them (2020-12, 4.2.3): `1`, `1.0` and `10e-1` are the same one.
public final class WholeNumber {
    private static final Pattern NUMBER =
            Pattern.compile("(-?)([0-9]+)(?:\\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?");

    /// So many digits every `long` holds.
    private static final int MOST_DIGITS = 18;

    private WholeNumber() {}

    /// What the text says, in JSON's spelling of numbers and with zeros ahead as well. One of more
    /// than 18 digits is the largest or the smallest `long`. Empty for what is no whole number.
    public static OptionalLong parse(String text) {
        var parts = NUMBER.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        var fraction = parts.group(3) == null ? "" : parts.group(3);
        var digits = withoutZerosAhead(parts.group(2) + fraction);
        if (digits.isEmpty()) {
            return OptionalLong.of(0);
        }
        var whole = withoutZerosBehind(digits);
        var zeros = exponent(parts.group(4)) - fraction.length() + digits.length() - whole.length();
        if (zeros < 0) {
            return OptionalLong.empty();
        }
        var isNegative = !parts.group(1).isEmpty();
        if (whole.length() + zeros > MOST_DIGITS) {
            return OptionalLong.of(isNegative ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        var value = Long.parseLong(whole + "0".repeat((int) zeros));
        return OptionalLong.of(isNegative ? -value : value);
    }

    /// Of more digits than a text can have, one so large that no text makes up for it.
    private static long exponent(String text) {
        if (text == null) {
            return 0;
        }
        var isNegative = text.startsWith("-");
        var digits = withoutZerosAhead(text.replaceFirst("^[+-]", ""));
        var size =
                digits.isEmpty()
                        ? 0
                        : digits.length() > MOST_DIGITS
                                ? Long.MAX_VALUE / 4
                                : Long.parseLong(digits);
        return isNegative ? -size : size;
    }

    private static String withoutZerosAhead(String digits) {
        var start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static String withoutZerosBehind(String digits) {
        var end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}
