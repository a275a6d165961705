package dev.byline.analysis;

import dev.byline.analysis.TextToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Words that are looked for beside each other; one alone most often. Of what somebody typed
/// nothing but lexemes gets into the tsquery, and these in quotes.
///
/// @param tsquery as PostgreSQL reads it
public record Sequence(String tsquery, List<Step> steps) {

    enum Match {
        /// Any form of the word.
        FORM,
        /// The word as it is.
        SAME,
        /// With its signs, as `c++`.
        SIGNED,
        BEGINNING
    }

    /// @param offset how many words behind the first it stands
    /// @param stem what a form of the word has for a stem
    record Step(int offset, Match match, String word, String stem) {

        private String tsquery() {
            return switch (match) {
                case FORM -> Lexemes.quoted(stem);
                case SAME, SIGNED -> Lexemes.quoted(word);
                case BEGINNING ->
                        word.equals(stem)
                                ? Lexemes.quoted(word) + ":*"
                                : "(%s:* | %s:*)"
                                        .formatted(Lexemes.quoted(stem), Lexemes.quoted(word));
            };
        }
    }

    /// @param isBeginning whether the last word may go on
    /// @return empty where nothing is to be looked for: where there is no word, or one stop word
    public static Optional<Sequence> of(String text, Analyzer analyzer, boolean isBeginning) {
        var tokens = Analyzer.tokens(text);
        var steps = new ArrayList<Step>();
        var asked = new ArrayList<Step>();
        for (var n = 0; n < tokens.size(); n++) {
            var step = step(tokens, n, text, analyzer, isBeginning);
            if (step != null) {
                steps.add(step);
                asked.add(step);
            } else if (areStopWords(tokens, n, text, analyzer)) {
                asked.add(pair(n, terms(tokens, text, analyzer)));
            }
        }
        return steps.isEmpty()
                ? ofStopWords(terms(tokens, text, analyzer))
                : Optional.of(new Sequence(tsquery(asked), shifted(steps)));
    }

    /// @return null for a stop word, and for what is in the pair before it
    private static Step step(
            List<TextToken> tokens, int n, String text, Analyzer analyzer, boolean isBeginning) {
        var token = tokens.get(n);
        var term = analyzer.term(token, text);
        if (term.stem().isEmpty() || isInPair(tokens, n)) {
            return null;
        } else if (token.signed() > token.end()) {
            return new Step(n, Match.SIGNED, analyzer.signed(token, text), null);
        } else if (isBeginning && n == tokens.size() - 1 || token.kind() == Kind.LAST) {
            return new Step(n, Match.BEGINNING, term.folded(), term.stem());
        }
        return term.isStopWord() ? null : new Step(n, Match.FORM, term.folded(), term.stem());
    }

    private static boolean areStopWords(
            List<TextToken> tokens, int n, String text, Analyzer analyzer) {
        return n + 1 < tokens.size()
                && isStopWord(tokens.get(n), text, analyzer)
                && isStopWord(tokens.get(n + 1), text, analyzer);
    }

    private static boolean isStopWord(TextToken token, String text, Analyzer analyzer) {
        return token.signed() == token.end() && analyzer.term(token, text).isStopWord();
    }

    private static List<String> terms(List<TextToken> tokens, String text, Analyzer analyzer) {
        return tokens.stream().map(token -> analyzer.term(token, text).folded()).toList();
    }

    private static Step pair(int n, List<String> words) {
        var both = Indexed.stopWords(words.get(n), words.get(n + 1));
        return new Step(n, Match.SAME, both, null);
    }

    /// The stop words in what was typed that stand between other words, and so are not looked for;
    /// not what an apostrophe leaves of a word.
    public static List<String> leftOut(String text, Analyzer analyzer) {
        var tokens = Analyzer.tokens(text);
        var leftOut = new ArrayList<String>();
        for (var n = 0; n < tokens.size(); n++) {
            var token = tokens.get(n);
            var isAlone =
                    isStopWord(token, text, analyzer)
                            && !areStopWords(tokens, n, text, analyzer)
                            && (n == 0 || !areStopWords(tokens, n - 1, text, analyzer));
            if (isAlone && isApart(token, text)) {
                leftOut.add(token.text(text));
            }
        }
        return leftOut;
    }

    private static boolean isApart(TextToken token, String text) {
        return (token.start() == 0 || isBlank(text.charAt(token.start() - 1)))
                && (token.end() == text.length() || isBlank(text.charAt(token.end())));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /// Where what was typed are stop words alone, they are found as they stand beside each other.
    private static Optional<Sequence> ofStopWords(List<String> words) {
        var pairs = new ArrayList<Step>();
        for (var n = 0; n + 1 < words.size(); n++) {
            pairs.add(pair(n, words));
        }
        var steps = new ArrayList<Step>();
        for (var word : words) {
            steps.add(new Step(steps.size(), Match.SAME, word, null));
        }
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sequence(tsquery(pairs), steps));
    }

    /// Each by itself.
    Stream<Sequence> words() {
        return steps.stream()
                .map(step -> new Step(0, step.match, step.word, step.stem))
                .map(step -> new Sequence(step.tsquery(), List.of(step)));
    }

    /// The last of a run is in the pair before it; by itself it is the beginning of any pair.
    private static boolean isInPair(List<TextToken> tokens, int n) {
        return tokens.get(n).kind() == Kind.LAST
                && n > 0
                && tokens.get(n - 1).end() == tokens.get(n).end();
    }

    private static String tsquery(List<Step> steps) {
        var query = new StringBuilder(steps.getFirst().tsquery());
        for (var n = 1; n < steps.size(); n++) {
            query.append(" <")
                    .append(steps.get(n).offset - steps.get(n - 1).offset)
                    .append("> ")
                    .append(steps.get(n).tsquery());
        }
        return query.toString();
    }

    private static List<Step> shifted(List<Step> steps) {
        var first = steps.getFirst().offset;
        return steps.stream()
                .map(step -> new Step(step.offset - first, step.match, step.word, step.stem))
                .toList();
    }
}
