package dev.byline.analysis;

import dev.byline.analysis.Analyzer.Term;

/// The terms of words that were met lately, in all languages and by all threads: the words of a
/// text are mostly those of the text before, and to stem one takes ten times as long as to find it
/// here.
///
/// Each word has one place, which the next word of that place takes over. Threads may miss what
/// another has just put there, and then make it anew: nothing is locked, and what is found is
/// whole.
final class TermCache {
    private static final int PLACES = 1 << 14;

    /// Longer ones are no words that come again.
    private static final int LONGEST = 40;

    private static final Known[] KNOWN = new Known[PLACES];

    private record Known(Stemming stemming, String word, Term term) {}

    private TermCache() {}

    /// @return null where it is not known
    static Term get(Stemming stemming, String word) {
        var known = KNOWN[place(stemming, word)];
        return known != null && known.stemming == stemming && known.word.equals(word)
                ? known.term
                : null;
    }

    static Term put(Stemming stemming, String word, Term term) {
        if (word.length() <= LONGEST) {
            KNOWN[place(stemming, word)] = new Known(stemming, word, term);
        }
        return term;
    }

    private static int place(Stemming stemming, String word) {
        int hash = 31 * word.hashCode() + stemming.ordinal();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
