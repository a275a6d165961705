package dev.byline.list;

import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;

/// How many rows a list has, by a statement that yields the number.
///
/// @param exact counts all of them
/// @param bounded counts to [#BOUND]
/// @param cost of counting all of them
public record Counting(Sql exact, Sql bounded, Cost cost) {
    static final int BOUND = 10_000;

    /// By reading as many rows as the list has.
    ///
    /// @param rows as SQL that yields them
    public static Counting of(Sql rows, Cost cost) {
        return new Counting(counted(rows), counted(rows.then(" limit ?", BOUND)), cost);
    }

    /// By a number that is kept.
    public static Counting kept(Sql number) {
        var bounded = Sql.of("select least((").then(number).then("), ?)", BOUND);
        return new Counting(number, bounded, Cost.LOW);
    }

    private static Sql counted(Sql rows) {
        return Sql.of("select count(*) from (").then(rows).then(") x");
    }

    /// Of what is asked for beside the page.
    Cost cost(Paging paging) {
        if (!paging.counts()) {
            return Cost.LOW;
        }
        return paging.countsExactly() || cost.compareTo(Cost.SEARCH) < 0 ? cost : Cost.SEARCH;
    }

    /// An estimate from the planner's statistics would tell of rows that the caller may not
    /// see; a bounded count does not.
    Total total(Reads reads, Paging paging) {
        var isExact = paging.countsExactly();
        var rows = reads.first(isExact ? exact : bounded, row -> row.getLong(1)).orElseThrow();
        return new Total(rows, isExact || rows < BOUND);
    }

    /// How many rows there are, and whether that is all of them.
    record Total(long rows, boolean isExact) {}
}
