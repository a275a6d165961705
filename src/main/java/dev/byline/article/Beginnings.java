package dev.byline.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The first two letters of all that a search looks for. Stemming changes the ends of words and
/// folding takes marks off their letters, so a form of a word nearly always begins as the word
/// does.
record Beginnings(Set<String> beginnings) {
    private static final int LENGTH = 2;
    private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// @param tsquery as PostgreSQL writes it down
    static Beginnings of(String tsquery) {
        var beginnings = new HashSet<String>();
        LEXEME.matcher(tsquery).results().forEach(lexeme -> beginnings.add(start(lexeme.group(1))));
        return new Beginnings(beginnings);
    }

    /// Those words of the texts that may be what is searched for, each once.
    Set<String> words(String... texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            var matcher = WORD.matcher(text);
            while (matcher.find()) {
                if (fits(text, matcher.start(), matcher.end())) {
                    words.add(matcher.group());
                }
            }
        }
        return words;
    }

    /// Where these words stand in the text, as pairs of start and end.
    List<int[]> places(String text, List<String> words) {
        var places = new ArrayList<int[]>();
        if (words.isEmpty()) {
            return places;
        }
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            if (fits(text, matcher.start(), matcher.end()) && words.contains(matcher.group())) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return places;
    }

    /// A letter that is none of ASCII's even without its marks may be folded to anything.
    private boolean fits(String text, int from, int to) {
        var start = start(text.substring(from, Math.min(to, from + 2 * LENGTH)));
        return beginnings.contains(start) || start.chars().anyMatch(c -> c > 127);
    }

    private static String start(String word) {
        var isPlain = word.chars().allMatch(c -> c < 128);
        var bare =
                isPlain
                        ? word
                        : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                                .replaceAll("");
        return bare.substring(0, Math.min(LENGTH, bare.length())).toLowerCase(Locale.ROOT);
    }
}
