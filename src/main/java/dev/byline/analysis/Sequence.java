package dev.byline.analysis;

import dev.byline.analysis.Token.Kind;
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
        for (var n = 0; n < tokens.size(); n++) {
            var token = tokens.get(n);
            var term = analyzer.term(token, text);
            var isOpen = isBeginning && n == tokens.size() - 1 || token.kind() == Kind.LAST;
            if (term.stem().isEmpty() || isInPair(tokens, n)) {
                continue;
            } else if (token.signed() > token.end()) {
                steps.add(new Step(n, Match.SIGNED, analyzer.signed(token, text), null));
            } else if (isOpen) {
                steps.add(new Step(n, Match.BEGINNING, term.folded(), term.stem()));
            } else if (!term.isStopWord()) {
                steps.add(new Step(n, Match.FORM, term.folded(), term.stem()));
            }
        }
        return steps.isEmpty()
                ? ofStopWords(
                        tokens.stream().map(token -> analyzer.term(token, text).folded()).toList())
                : Optional.of(new Sequence(tsquery(steps), shifted(steps)));
    }

    /// Where what was typed are stop words alone, they are found as they stand beside each other.
    private static Optional<Sequence> ofStopWords(List<String> words) {
        var pairs = new ArrayList<Step>();
        for (var n = 0; n + 1 < words.size(); n++) {
            pairs.add(
                    new Step(
                            n,
                            Match.SAME,
                            Indexed.stopWords(words.get(n), words.get(n + 1)),
                            null));
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
    private static boolean isInPair(List<Token> tokens, int n) {
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
