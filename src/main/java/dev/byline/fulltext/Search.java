package dev.byline.fulltext;

import dev.byline.analysis.Sequence;
import dev.byline.list.SearchTerms;
import dev.byline.sql.Sql;
import java.util.List;

/// A search made ready: what it looks for as tsqueries, and what of it is to be told.
///
/// @param wanted what a hit's words must match; empty where nothing can be found
/// @param ranked what it is ranked by: `wanted` without what is excluded
/// @param marked what is marked in it
public record Search(
        SearchTerms terms,
        String wanted,
        String ranked,
        List<Sequence> marked,
        SearchInterpretation told) {
    /// SQL for whether a hit has everything in its title.
    public static final String IN_TITLE = "ts_filter(d.ranking, '{a}') @@ q.ranked";

    /// SQL for how good a hit is, as a whole number.
    public static final String RELEVANCE =
            "(case when "
                    + IN_TITLE
                    + " then 20000 else 0 end"
                    + " + round(ts_rank('{0,0.1,0.4,1}', d.ranking, q.ranked) * 10000)::int)";

    public Search corrected(String q) {
        return telling(new SearchInterpretation(q, told.ignored(), terms.toString(), null));
    }

    public Search suggesting(String suggestion) {
        return telling(new SearchInterpretation(told.q(), told.ignored(), null, suggestion));
    }

    private Search telling(SearchInterpretation told) {
        return new Search(terms, wanted, ranked, marked, told);
    }

    /// What is searched for, as `q` to be joined.
    ///
    /// @param opaque whether the planner need not know it, and so can keep its plan: where the
    /// order is one that no index has, it finds by the words in any case
    public Sql question(boolean opaque) {
        return Sql.of(
                " cross join (select ?::tsquery as wanted, ?::tsquery as ranked%s) q"
                        .formatted(opaque ? " offset 0" : ""),
                wanted,
                ranked);
    }

    public boolean excludes() {
        return !wanted.equals(ranked);
    }

    public boolean findsNothing() {
        return wanted.isEmpty();
    }
}
