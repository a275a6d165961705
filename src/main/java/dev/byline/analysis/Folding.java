package dev.byline.analysis;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Makes words alike that differ in case, in accents, in points and vowel signs that may be left
/// out, or in how their letters are coded.
final class Folding {
    /// A longer word is cut, in texts and questions alike.
    private static final int MOST = 100;

    private static final int ASCII = 128;
    private static final int BREVE = 0x0306;

    /// Of one letter of Unicode, ASCIIFoldingFilter makes four at most.
    private static final int WIDEST = 4;

    private Folding() {}

    static String fold(String word) {
        var cut = word.length() <= MOST ? word : word.substring(0, MOST);
        return isAscii(cut) ? cut.toLowerCase(Locale.ROOT) : foldAll(cut);
    }

    /// The word as it is written, in small letters: with its accents.
    static String lower(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        var seen = new StringBuilder();
        word.codePoints().filter(c -> Signs.kind(c) != Signs.UNSEEN).forEach(seen::appendCodePoint);
        return Normalizer.normalize(seen, Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (word.charAt(at) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private static String foldAll(String word) {
        var bare = new StringBuilder(word.length());
        var script = UnicodeScript.COMMON;
        var apart = Normalizer.normalize(word, Form.NFKD);
        for (var at = 0; at < apart.length(); at += Character.charCount(apart.codePointAt(at))) {
            var c = apart.codePointAt(at);
            var kind = Signs.kind(c);
            if (kind == Signs.MARK ? isOf(script, c) : isWritten(kind)) {
                bare.appendCodePoint(usual(c));
            }
            script = kind == Signs.MARK || kind == Signs.UNSEEN ? script : UnicodeScript.of(c);
        }
        var composed = Normalizer.normalize(bare, Form.NFC).toLowerCase(Locale.ROOT);
        return toAscii(composed.replace('\u03c2', '\u03c3'));
    }

    /// A digit of any script as that of ASCII, and the letters of Persian and Urdu as the Arabic
    /// ones, which other keyboards have in their place.
    private static int usual(int c) {
        return switch (c) {
            case 0x06A9 -> 0x0643;
            case 0x06CC -> 0x064A;
            case 0x06C1 -> 0x0647;
            default ->
                    Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                            ? '0' + Character.digit(c, 10)
                            : c;
        };
    }

    private static boolean isWritten(int kind) {
        return kind == Signs.WORD || kind == Signs.DENSE || kind == Signs.EMOJI;
    }

    /// Whether a mark is part of the letter in this script, as the vowels of Devanagari and Thai
    /// are, and that which makes another letter of a Cyrillic one.
    private static boolean isOf(UnicodeScript script, int mark) {
        return switch (script) {
            case LATIN, GREEK, HEBREW, ARABIC, SYRIAC, COMMON -> false;
            case CYRILLIC -> mark == BREVE;
            default -> true;
        };
    }

    private static String toAscii(String word) {
        var letters = word.toCharArray();
        var folded = new char[letters.length * WIDEST];
        var length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length);
    }
}
