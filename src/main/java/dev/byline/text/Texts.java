package dev.byline.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What can be wrong with a string before its meaning is looked at.
public final class Texts {
    private Texts() {}

    /// Normalization Form C, in which two spellings that look the same are the same.
    ///
    /// @param text may be null
    public static String nfc(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// Each of them; none where it is null.
    public static List<String> nfc(List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(Texts::nfc).toList();
    }

    /// Whether a reader would see nothing at all.
    public static boolean isInvisible(String text) {
        return text.codePoints().allMatch(Texts::isInvisible);
    }

    /// Whether half of a surrogate pair stands alone: such a text has no UTF-8 form.
    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Texts::isSurrogate);
    }

    /// The index of the first character that PostgreSQL cannot store in a text, U+0000, or -1.
    public static int indexOfForbidden(String text) {
        return text.indexOf('\0');
    }

    /// Without the blanks at its ends, of any width. Line breaks are none.
    public static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char character) {
        return Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /// Whether it has neither a line break nor another control character.
    static boolean isOneLine(String text) {
        return text.codePoints()
                .map(Character::getType)
                .noneMatch(
                        type ->
                                type == Character.CONTROL
                                        || type == Character.LINE_SEPARATOR
                                        || type == Character.PARAGRAPH_SEPARATOR);
    }

    /// Whether each embedding, override and isolate of UAX 9 is closed by its own end, and each
    /// end closes one: what stands behind the text keeps its direction.
    static boolean closesDirections(String text) {
        var open = new ArrayDeque<Integer>();
        for (var character : text.toCharArray()) {
            switch (character) {
                case 0x202A, 0x202B, 0x202D, 0x202E -> open.push(0x202C);
                case 0x2066, 0x2067, 0x2068 -> open.push(0x2069);
                case 0x202C, 0x2069 -> {
                    if (open.isEmpty() || open.pop() != character) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty();
    }

    /// What stays the same however a name is written: NFKC without case (Unicode, 3.13, D147), and
    /// without what nobody sees, under every locale.
    public static String caseless(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        folded =
                folded.codePoints()
                        .filter(sign -> Character.getType(sign) != Character.FORMAT)
                        .filter(sign -> !isBlankGlyph(sign))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        folded = folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /// For a place in a line between double quotes, of which it never leaves that place: quotes,
    /// backslashes and all that is no visible sign are written as `\\u` and four digits, as
    /// in JSON.
    public static String escaped(String text) {
        var line = new StringBuilder();
        text.chars()
                .forEach(
                        unit -> {
                            if (unit == '"'
                                    || unit == '\\'
                                    || unit != ' '
                                            && isInvisible(unit)
                                            && !Character.isSurrogate((char) unit)) {
                                line.append("\\u%04x".formatted(unit));
                            } else {
                                line.append((char) unit);
                            }
                        });
        return line.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.SURROGATE ->
                    true;
            default -> isBlankGlyph(codePoint);
        };
    }

    /// Letters, marks and symbols whose glyph is empty: the Hangul fillers, the blank Braille
    /// pattern, and the default-ignorable marks of Unicode's DerivedCoreProperties.
    private static boolean isBlankGlyph(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                    0x180B <= codePoint && codePoint <= 0x180F
                            || 0xFE00 <= codePoint && codePoint <= 0xFE0F
                            || 0xE0100 <= codePoint && codePoint <= 0xE01EF;
        };
    }

    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
