package dev.byline.analysis;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Reads texts by the rules of a language. It is for one thread.
public final class Analyzer {
    private final Stemming stemming;
    private final Function<String, String> stemmer;
    private final Set<String> stopWords;

    public Analyzer(Stemming stemming) {
        this.stemming = stemming;
        this.stemmer = stemming.stemmer();
        this.stopWords = stemming.stopWords();
    }

    /// What is searched for instead of a word.
    ///
    /// @param folded in small letters, without accents
    /// @param stem without its ending too
    record Term(String folded, String stem, boolean isStopWord) {}

    Stemming stemming() {
        return stemming;
    }

    /// Whether there is anything in it to be looked for, or a stop word.
    public boolean hasWord(String text) {
        return !tokens(text).isEmpty();
    }

    static List<TextToken> tokens(String text) {
        return Tokenizer.tokens(text);
    }

    Term term(TextToken token, String text) {
        var word = token.text(text);
        var known = TermCache.get(stemming, word);
        return known != null
                ? known
                : TermCache.put(stemming, word, term(word, token.kind() == TextToken.Kind.WORD));
    }

    private Term term(String written, boolean isWord) {
        var folded = Folding.fold(written);
        return isWord && !folded.isEmpty()
                ? new Term(folded, stemmer.apply(folded), stopWords.contains(folded))
                : new Term(folded, folded, false);
    }

    /// The word with its signs, as `c++`.
    String signed(TextToken token, String text) {
        return term(token, text).folded + text.substring(token.end(), token.signed());
    }
}
