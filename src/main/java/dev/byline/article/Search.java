package dev.byline.article;

/// A search made ready: what it looks for as tsqueries that PostgreSQL made, and what of it is to
/// be told.
///
/// @param wanted what a hit's words must match; empty where nothing can be found
/// @param ranked what it is ranked by and what is marked in it: `wanted` without what is excluded
/// @param excludes whether the two differ
record Search(SearchTerms terms, String wanted, String ranked, boolean excludes, Understood told) {
    Search corrected(String q) {
        return telling(new Understood(q, told.ignored(), terms.toString(), null));
    }

    Search suggesting(String suggestion) {
        return telling(new Understood(told.q(), told.ignored(), null, suggestion));
    }

    private Search telling(Understood told) {
        return new Search(terms, wanted, ranked, excludes, told);
    }

    boolean findsNothing() {
        return wanted.isEmpty();
    }
}
