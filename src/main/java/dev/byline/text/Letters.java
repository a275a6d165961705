package dev.byline.text;

import java.lang.Character.UnicodeScript;

/// What a text is looked for by, letter after letter.
public final class Letters {
    private Letters() {}

    /// Of Chinese, Japanese or Korean, in which two of them are a word.
    public static boolean isEastAsian(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    /// How many letters and digits stand beside each other at most.
    public static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (var character : text.codePoints().toArray()) {
            run = Character.isLetterOrDigit(character) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /// A regular expression, PostgreSQL's or Java's, for this character in upper and lower case: of
    /// those pairs alone that lead from one to the other and back.
    public static String inEitherCase(int character) {
        var lower = Character.toLowerCase(character);
        var upper = Character.toUpperCase(character);
        if (lower != upper
                && Character.toUpperCase(lower) == upper
                && Character.toLowerCase(upper) == lower) {
            return "[" + Character.toString(upper) + Character.toString(lower) + "]";
        }
        var isSign = character < 128 && !Character.isLetterOrDigit(character) && character != ' ';
        return (isSign ? "\\" : "") + Character.toString(character);
    }
}
