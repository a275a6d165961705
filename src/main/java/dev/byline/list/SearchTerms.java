package dev.byline.list;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.analysis.Signs;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What stands in a search box, taken apart: words that must all be there, `"phrases in quotes"`,
/// `beginnings*`, and what must not be there behind a `-`. A quote that nobody closed reaches to
/// the end, as it does while somebody types. Every kind of quotation mark, hyphen and blank will do
/// ([Signs#typed]). There are no other signs: every other character belongs to a word.
public record SearchTerms(List<Term> terms) {
    public static final int MAX_LENGTH = 200;
    static final int MAX_TERMS = 16;

    public enum Kind {
        WORD,
        PREFIX,
        PHRASE
    }

    public record Term(Kind kind, String text, boolean excluded) {
        /// As it would be typed.
        @Override
        public String toString() {
            return (excluded ? "-" : "")
                    + switch (kind) {
                        case WORD -> text;
                        case PREFIX -> text + "*";
                        case PHRASE -> '"' + text + '"';
                    };
        }
    }

    /// Throws what is answered with 400 where it is too long, or names nothing to be found.
    public static SearchTerms of(String q) {
        if (q.codePointCount(0, q.length()) > MAX_LENGTH) {
            throw INVALID_PARAMETER.because("q has more than %d characters.".formatted(MAX_LENGTH));
        }
        var terms = new Scanner(Signs.typed(Normalizer.normalize(q, Normalizer.Form.NFC))).terms();
        if (terms.size() > MAX_TERMS) {
            throw INVALID_PARAMETER.because(
                    "q has %d words and phrases, and may have %d."
                            .formatted(terms.size(), MAX_TERMS));
        }
        if (terms.isEmpty()) {
            throw INVALID_PARAMETER.because("q holds no word to search for.");
        }
        if (terms.stream().allMatch(Term::excluded)) {
            throw INVALID_PARAMETER.because(
                    "q only says what must not be there: name a word that is to be found, too.");
        }
        return new SearchTerms(terms);
    }

    /// The same question with other texts in its terms.
    public SearchTerms map(UnaryOperator<Term> change) {
        return new SearchTerms(terms.stream().map(change).toList());
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
    }

    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        List<Term> terms() {
            var terms = new ArrayList<Term>();
            while (skipSpace()) {
                var excluded = isExclusion();
                at += excluded ? 1 : 0;
                var term = text.charAt(at) == '"' ? phrase(excluded) : word(excluded);
                if (!term.text().isBlank()) {
                    terms.add(term);
                }
            }
            return terms;
        }

        private boolean skipSpace() {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        private boolean isExclusion() {
            return text.charAt(at) == '-'
                    && at + 1 < text.length()
                    && !isSpace(text.charAt(at + 1));
        }

        private Term phrase(boolean excluded) {
            var end = text.indexOf('"', at + 1);
            var phrase = text.substring(at + 1, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return new Term(Kind.PHRASE, phrase.strip(), excluded);
        }

        private Term word(boolean excluded) {
            var start = at;
            while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
                at++;
            }
            var word = text.substring(start, at);
            return word.endsWith("*")
                    ? prefix(word.substring(0, word.length() - 1), excluded)
                    : new Term(Kind.WORD, word, excluded);
        }

        private static Term prefix(String beginning, boolean excluded) {
            if (beginning.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
                throw INVALID_PARAMETER.because(
                        "q: a beginning such as \"ab*\" has two letters or digits at least.");
            }
            return new Term(Kind.PREFIX, beginning, excluded);
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }
    }
}
