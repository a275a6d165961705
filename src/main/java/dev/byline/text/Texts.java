package dev.byline.text;

import java.text.Normalizer;

/// What can be wrong with a string before its meaning is looked at.
public final class Texts {
    private Texts() {}

    /// Normalization Form C, in which two spellings that look the same are the same.
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
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
