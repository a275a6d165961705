package dev.byline.analysis;

import dev.byline.analysis.TextToken.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a text is found by.
///
/// @param ranking a tsvector: the texts of weight A and B, and what those of weight D repeat (C)
/// @param words a tsvector: all texts; and the words of those of weight A and B unstemmed, for
/// prefixes
public record Indexed(Stemming stemming, String ranking, String words) {
    /// The two dozen words that a text repeats most are what it is about.
    private static final int MOST_REPEATED = 24;

    private static final int REPEATED = 3;

    /// Before two stop words that stand together: no beginning of a word is a blank.
    private static final String STOP_WORDS = " ";

    /// @param weight A, B or D
    public record Text(char weight, String text) {
        private boolean isHead() {
            return weight != 'D';
        }
    }

    /// @param texts in the order in which they are read
    public static Indexed of(String language, List<Text> texts) {
        var stemming = Stemming.of(language);
        return new Writer(new Analyzer(stemming)).write(texts);
    }

    static String stopWords(String first, String second) {
        return STOP_WORDS + first + " " + second;
    }

    /// The words of texts as they are written, which a misspelt one may have meant.
    public static Set<String> vocabulary(Collection<String> texts) {
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

        Indexed write(List<Text> texts) {
            var prose = new Lexemes();
            for (var text : texts) {
                add(text, List.of(words, text.isHead() ? ranking : prose));
            }
            repeated(prose).forEach(word -> ranking.add(word.getKey(), word.getValue(), 'C'));
            return new Indexed(analyzer.stemming(), ranking.toString(), words.toString());
        }

        /// A place is left out behind each text: no phrase reaches into the next.
        private void add(Text weighted, List<Lexemes> into) {
            var text = weighted.text;
            var weight = weighted.weight;
            Analyzer.Term before = null;
            for (var token : Analyzer.tokens(text)) {
                var term = analyzer.term(token, text);
                place++;
                if (!term.isStopWord() && !term.stem().isEmpty()) {
                    into.forEach(lexemes -> lexemes.add(term.stem(), place, weight));
                    if (weighted.isHead() && !term.folded().equals(term.stem())) {
                        words.add(term.folded(), place, weight);
                    }
                } else if (before != null && before.isStopWord()) {
                    var both = stopWords(before.folded(), term.folded());
                    words.add(both, place - 1, weight);
                    if (weighted.isHead()) {
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
