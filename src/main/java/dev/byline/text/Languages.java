package dev.byline.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Language tags (RFC 5646), which mean the same in upper and lower case.
public final class Languages {
    /// What RFC 5646 (section 4.4.1) asks everybody to take.
    public static final int MAX_LENGTH = 35;

    /// For ECMA-262: subtags, then extensions and what is of private use, each of which is a letter
    /// or digit with at least one more subtag (section 2.1).
    public static final String PATTERN =
            "^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*"
                    + "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
                    + "(-[Xx](-[A-Za-z0-9]{1,8})+)?$";

    /// The same, without a way back.
    private static final Pattern VALID =
            Pattern.compile(
                    "[A-Za-z]{2,8}+(?:-[A-Za-z0-9]{2,8}+)*+"
                            + "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8}+)++)*+"
                            + "(?:-[Xx](?:-[A-Za-z0-9]{1,8}+)++)?+");

    private static final int SCRIPT = 4;
    private static final int REGION = 2;

    private Languages() {}

    /// The length comes first: it bounds what the rest can cost.
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && VALID.matcher(text).matches();
    }

    /// The case that RFC 5646 recommends (section 2.1.1): `zh-Hant-TW`, `en-GB-x-oed`. What is no
    /// tag stays as it is.
    public static String usual(String text) {
        if (text == null || !isValid(text)) {
            return text;
        }
        var parts = text.toLowerCase(Locale.ROOT).split("-");
        for (var index = 1; index < parts.length && parts[index].length() > 1; index++) {
            parts[index] = usualPart(parts[index]);
        }
        return String.join("-", parts);
    }

    private static String usualPart(String part) {
        return switch (part.length()) {
            case REGION -> part.toUpperCase(Locale.ROOT);
            case SCRIPT -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
            default -> part;
        };
    }
}
