package dev.byline.analysis;

import dev.byline.analysis.TextToken.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a text is found by.
///
/// @param ranking a tsvector: title (A), summary (B), and what the body repeats (C)
/// @param words a tsvector: title (A), summary (B), body (D); and the words of title and summary
/// unstemmed, for prefixes
public record Indexed(Stemming stemming, String ranking, String words) {
    /// The two dozen words that a text repeats most are what it is about.
    private static final int MOST_REPEATED = 24;

    private static final int REPEATED = 3;

    /// Before two stop words that stand together: no beginning of a word is a blank.
    private static final String STOP_WORDS = " ";

    public static Indexed of(String language, String title, String summary, String body) {
        var stemming = Stemming.of(language);
        return new Writer(new Analyzer(stemming)).write(title, summary, body);
    }

    static String stopWords(String first, String second) {
        return STOP_WORDS + first + " " + second;
    }

    /// The words of texts as they are written, which a misspelt one may have meant.
    public static Set<String> vocabulary(String... texts) {
        var words = new TreeSet<String>();
        for (var text : texts) {
            for (var token : Analyzer.tokens(text)) {
                if (token.kind() == Kind.WORD) {
                    words.add(Folding.lower(token.text(text)));
                }
            }
        }
        words.removeIf(word -> !isSpelt(word));
        return words;
    }

    private static boolean isSpelt(String word) {
        return word.length() >= 4
                && word.length() <= 40
                && word.codePoints().noneMatch(Character::isDigit);
    }

    private static final class Writer {
        private final Analyzer analyzer;
        private final Lexemes ranking = new Lexemes();
        private final Lexemes words = new Lexemes();
        private int place;

        Writer(Analyzer analyzer) {
            this.analyzer = analyzer;
        }

        Indexed write(String title, String summary, String body) {
            head(title, 'A');
            head(summary, 'B');
            var all = new Lexemes();
            add(body, 'D', List.of(words, all), false);
            repeated(all).forEach(word -> ranking.add(word.getKey(), word.getValue(), 'C'));
            return new Indexed(analyzer.stemming(), ranking.toString(), words.toString());
        }

        private void head(String text, char weight) {
            add(text, weight, List.of(words, ranking), true);
        }

        /// A place is left out behind each text: no phrase reaches into the next.
        private void add(String text, char weight, List<Lexemes> into, boolean isHead) {
            Analyzer.Term before = null;
            for (var token : Analyzer.tokens(text)) {
                var term = analyzer.term(token, text);
                place++;
                if (!term.isStopWord() && !term.stem().isEmpty()) {
                    into.forEach(lexemes -> lexemes.add(term.stem(), place, weight));
                    if (isHead && !term.folded().equals(term.stem())) {
                        words.add(term.folded(), place, weight);
                    }
                } else if (before != null && before.isStopWord()) {
                    var both = stopWords(before.folded(), term.folded());
                    words.add(both, place - 1, weight);
                    if (isHead) {
                        ranking.add(both, place - 1, weight);
                    }
                }
                if (token.signed() > token.end()) {
                    var signed = analyzer.signed(token, text);
                    into.forEach(lexemes -> lexemes.add(signed, place, weight));
                }
                before = term;
            }
            place++;
        }

        private static List<Map.Entry<String, Lexemes.Places>> repeated(Lexemes all) {
            return all.all().entrySet().stream()
                    .filter(word -> word.getValue().times() >= REPEATED)
                    .sorted(
                            Comparator.comparing(
                                            (Map.Entry<String, Lexemes.Places> word) ->
                                                    -word.getValue().times())
                                    .thenComparing(Map.Entry::getKey))
                    .limit(MOST_REPEATED)
                    .toList();
        }
    }
}
