package dev.byline.analysis;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// What each character is to the search. It is decided here alone, for texts and questions alike:
/// what PostgreSQL takes for a letter depends on the locale of its database.
public final class Signs {
    static final int WORD = 1;
    static final int DENSE = 2;
    static final int MARK = 3;
    static final int EMOJI = 4;

    /// Not seen, and so no end of a word: soft hyphens, joiners, marks of direction.
    static final int UNSEEN = 5;

    static final int OTHER = 0;

    static final int ASCII = 128;

    private static final Set<UnicodeScript> WITHOUT_BLANKS =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO,
                    // words are apart, but hold their particles
                    UnicodeScript.HANGUL,
                    UnicodeScript.YI,
                    UnicodeScript.JAVANESE,
                    UnicodeScript.BALINESE,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR,
                    UnicodeScript.TAI_LE,
                    UnicodeScript.NEW_TAI_LUE,
                    UnicodeScript.TAI_THAM,
                    UnicodeScript.TAI_VIET);

    private static final String DOUBLE_QUOTES =
            "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a\u275d\u275e\u2e42\u300c\u300d\u300e"
                    + "\u300f\u301d\u301e\u301f\uff02\uff62\uff63";

    private static final String HYPHENS =
            "\u2010\u2011\u2012\u2013\u2212\u05be\ufe58\ufe63\uff0d\u1806";

    private static final String APOSTROPHES =
            "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4`\uff07";

    private static final byte[] OF_ASCII = new byte[ASCII];

    static {
        for (var c = 0; c < ASCII; c++) {
            OF_ASCII[c] = (byte) (Character.isLetterOrDigit(c) ? WORD : OTHER);
        }
    }

    private Signs() {}

    /// What was typed with the signs that a keyboard has for those that a telephone or a text
    /// program makes of them: quotation marks, hyphens, apostrophes, blanks, the asterisk.
    public static String typed(String q) {
        var typed = new StringBuilder(q.length());
        q.codePoints()
                .filter(c -> kind(c) != UNSEEN)
                .map(Signs::typed)
                .forEach(typed::appendCodePoint);
        return typed.toString();
    }

    private static int typed(int c) {
        return c < ASCII && c != '`'
                ? c
                : DOUBLE_QUOTES.indexOf(c) >= 0
                        ? '"'
                        : HYPHENS.indexOf(c) >= 0
                                ? '-'
                                : APOSTROPHES.indexOf(c) >= 0
                                        ? '\''
                                        : c == '\uff0a' ? '*' : Character.isSpaceChar(c) ? ' ' : c;
    }

    static int kind(int c) {
        return c < ASCII ? OF_ASCII[c] : kindBeyondAscii(c);
    }

    /// Where characters of ASCII of this kind end, of which nearly all words are made, and what is
    /// between them.
    static int endOfAscii(String text, int start, int kind) {
        var at = start;
        var end = text.length();
        while (at < end) {
            var c = text.charAt(at);
            if (c >= ASCII || OF_ASCII[c] != kind) {
                break;
            }
            at++;
        }
        return at;
    }

    private static int kindBeyondAscii(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> UNSEEN;
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    isVariation(c) ? UNSEEN : MARK;
            case Character.MODIFIER_SYMBOL -> isSkin(c) ? UNSEEN : OTHER;
            case Character.MODIFIER_LETTER -> ofModifier(c);
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                    isPartOfSyllable(c) ? MARK : isDense(c) ? DENSE : WORD;
            case Character.DECIMAL_DIGIT_NUMBER -> WORD;
            default -> isEmoji(c) ? EMOJI : OTHER;
        };
    }

    /// The signs of length and voice of Japanese belong to what is before them; the apostrophe and
    /// the prime among the letters are none.
    private static int ofModifier(int c) {
        return switch (c) {
            case 0x30FC, 0xFF70 -> DENSE;
            case 0xFF9E, 0xFF9F -> MARK;
            case 0x0640 -> UNSEEN;
            case 0x02BC, 0x02B9, 0x02BB, 0x02BD, 0xA78C -> OTHER;
            default -> isDense(c) ? DENSE : WORD;
        };
    }

    private static boolean isDense(int c) {
        return c >= 0x0E00 && WITHOUT_BLANKS.contains(UnicodeScript.of(c));
    }

    /// The vowels and last consonants of Hangul that is written in parts.
    private static boolean isPartOfSyllable(int c) {
        return c >= 0x1160 && c <= 0x11FF || c >= 0xD7B0 && c <= 0xD7FB;
    }

    /// Of what is not seen, that which shapes no sign beside it.
    static boolean isBetween(char c) {
        return c >= ASCII
                && Character.getType(c) == Character.FORMAT
                && c != '\u200c'
                && c != '\u200d';
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c == 0x034F;
    }

    private static boolean isSkin(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isEmoji(int c) {
        return c >= 0x231A
                && (Character.isEmojiPresentation(c) || Character.isExtendedPictographic(c));
    }
}
