package dev.byline.article;

import dev.byline.analysis.Sequence;
import dev.byline.query.SearchTerms;
import java.util.List;

/// A search made ready: what it looks for as tsqueries, and what of it is to be told.
///
/// @param wanted what a hit's words must match; empty where nothing can be found
/// @param ranked what it is ranked by: `wanted` without what is excluded
/// @param marked what is marked in it
record Search(
        SearchTerms terms, String wanted, String ranked, List<Sequence> marked, Understood told) {
    Search corrected(String q) {
        return telling(new Understood(q, told.ignored(), terms.toString(), null));
    }

    Search suggesting(String suggestion) {
        return telling(new Understood(told.q(), told.ignored(), null, suggestion));
    }

    private Search telling(Understood told) {
        return new Search(terms, wanted, ranked, marked, told);
    }

    boolean excludes() {
        return !wanted.equals(ranked);
    }

    boolean findsNothing() {
        return wanted.isEmpty();
    }
}
