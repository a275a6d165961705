package dev.byline.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The first two letters of all that a search looks for. Stemming changes the ends of words and
/// folding takes marks off their letters, so a form of a word nearly always begins as the word
/// does.
///
/// @param plain those of ASCII, by [#key]
record Beginnings(Set<String> all, BitSet plain) {
    private static final int LENGTH = 2;
    private static final int ASCII = 128;
    private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// The categories of Unicode that words are made of: letters, numbers and marks.
    private static final int OF_WORDS =
            1 << Character.UPPERCASE_LETTER
                    | 1 << Character.LOWERCASE_LETTER
                    | 1 << Character.TITLECASE_LETTER
                    | 1 << Character.MODIFIER_LETTER
                    | 1 << Character.OTHER_LETTER
                    | 1 << Character.DECIMAL_DIGIT_NUMBER
                    | 1 << Character.LETTER_NUMBER
                    | 1 << Character.OTHER_NUMBER
                    | 1 << Character.NON_SPACING_MARK
                    | 1 << Character.COMBINING_SPACING_MARK
                    | 1 << Character.ENCLOSING_MARK;

    private static final boolean[] IN_ASCII = new boolean[ASCII];

    static {
        for (var c = 0; c < ASCII; c++) {
            IN_ASCII[c] = isOfWord(c);
        }
    }

    /// A word, and where it stands in its text.
    record Word(String text, int start, int end) {}

    /// @param tsquery as PostgreSQL writes it down
    static Beginnings of(String tsquery) {
        var all = new HashSet<String>();
        LEXEME.matcher(tsquery).results().forEach(lexeme -> all.add(start(lexeme.group(1))));
        var plain = new BitSet(ASCII * ASCII);
        all.stream()
                .filter(start -> !start.isEmpty() && isPlain(start))
                .forEach(start -> plain.set(key(start.toCharArray(), 0, start.length())));
        return new Beginnings(all, plain);
    }

    /// Those words of the text that may be what is searched for. It is read once, and nothing is
    /// made of the hundreds of others.
    List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var letters = text.toCharArray();
        var at = 0;
        while (at < letters.length) {
            var end = wordEnd(letters, at);
            if (end == at) {
                at +=
                        letters[at] < ASCII
                                ? 1
                                : Character.charCount(Character.codePointAt(letters, at));
            } else {
                if (fits(letters, at, end)) {
                    words.add(new Word(text.substring(at, end), at, end));
                }
                at = end;
            }
        }
        return words;
    }

    private static int wordEnd(char[] letters, int start) {
        var end = start;
        while (end < letters.length) {
            var c = letters[end];
            if (c < ASCII) {
                if (!IN_ASCII[c]) {
                    return end;
                }
                end++;
            } else {
                var point = Character.codePointAt(letters, end);
                if (!isOfWord(point)) {
                    return end;
                }
                end += Character.charCount(point);
            }
        }
        return end;
    }

    private static boolean isOfWord(int c) {
        return (OF_WORDS >> Character.getType(c) & 1) != 0;
    }

    /// A letter that is none of ASCII's even without its marks may be folded to anything.
    private boolean fits(char[] letters, int from, int to) {
        var end = Math.min(to, from + 2 * LENGTH);
        if (isPlain(letters, from, end)) {
            return plain.get(key(letters, from, to));
        }
        var start = start(new String(letters, from, end - from));
        return all.contains(start) || !isPlain(start);
    }

    private static boolean isPlain(String text) {
        return isPlain(text.toCharArray(), 0, text.length());
    }

    private static boolean isPlain(char[] letters, int from, int to) {
        for (var at = from; at < to; at++) {
            if (letters[at] >= ASCII) {
                return false;
            }
        }
        return true;
    }

    private static int key(char[] letters, int from, int to) {
        var first = lower(letters[from]);
        return to - from < LENGTH ? first : first + ASCII * lower(letters[from + 1]);
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    }

    private static String start(String word) {
        var bare =
                isPlain(word)
                        ? word
                        : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                                .replaceAll("");
        return bare.substring(0, Math.min(LENGTH, bare.length())).toLowerCase(Locale.ROOT);
    }
}
