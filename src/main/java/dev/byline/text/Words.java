package dev.byline.text;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// Counts words as word processors do: a word is what stands between white space or long dashes
/// and has a letter or digit in it; of the scripts that put no space between words, each
/// Chinese or Japanese character counts as one. (Thai, Lao, Khmer and Burmese would need a
/// dictionary: there a run between spaces is one word.)
public final class Words {
    private static final int EM_DASH = 0x2014;
    private static final int HORIZONTAL_BAR = 0x2015;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final Set<UnicodeScript> IDEOGRAPHIC = Set.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO);

    private Words() {}

    public static int count(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isIdeographic(c)) {
                words++;
                inWord = false;
            } else if (isSeparator(c)) {
                inWord = false;
            } else if (!inWord && Character.isLetterOrDigit(c)) {
                words++;
                inWord = true;
            }
        }
        return words;
    }

    private static boolean isIdeographic(int c) {
        return c >= 0x2E80 && Character.isLetter(c) && IDEOGRAPHIC.contains(UnicodeScript.of(c));
    }

    private static boolean isSeparator(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == EM_DASH
                || c == HORIZONTAL_BAR
                || c == ZERO_WIDTH_SPACE;
    }
}
