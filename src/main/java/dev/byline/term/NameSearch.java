package dev.byline.term;

import dev.byline.list.SearchTerms;
import dev.byline.list.SearchTerms.Term;
import dev.byline.list.SortKey;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds authors and tags, rows `x`: by a part of name or slug, by a name that is spelt nearly so,
/// or by the words of what is said of them. Accents and case do not count. What `-word` excludes
/// stands in neither name nor slug.
///
/// @param about the column that says more of them
public record NameSearch(String about, SearchTerms terms) {
    /// For the document.
    public static final String Q =
            "Those of which a part of name or slug is this, whose name is spelt nearly so, or in what is said of whom"
                    + " all these words stand; with accents or without, in any case. `-word` stands in neither name nor"
                    + " slug. Up to 200 characters and 16 words. Names that begin so come first, then those that have it"
                    + " as a part, then the nearest. With it `sort` takes `relevance` too, and `-relevance,name` is the"
                    + " standard.";

    /// The nearest first; a whole number, for cursors.
    public static final SortKey RELEVANCE =
            SortKey.number(
                    "relevance",
                    "(case when starts_with(search_folded(x.name), asked.q) then 20000 else 0 end"
                            + " + case when search_folded(x.name || ' ' || x.slug) like asked.part then 10000 else 0 end"
                            + " + round(word_similarity(asked.q, search_folded(x.name || ' ' || x.slug)) * 1000)::int)");

    /// As near as `grahem` is to `Graham`.
    private static final Sql NEARNESS =
            Sql.of("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)");

    private static final String NAME = "search_folded(x.name || ' ' || x.slug)";
    private static final String FOUND =
            NAME
                    + " like asked.part or asked.q <% "
                    + NAME
                    + " or to_tsvector('byline_simple', coalesce(x.ABOUT, ''))"
                    + " @@ plainto_tsquery('byline_simple', asked.q)";

    /// @param q as it was typed, or null where nothing is searched for
    static NameSearch of(TermKind<?, ?> kind, String q) {
        return q == null ? null : new NameSearch(kind.about(), SearchTerms.of(q));
    }

    /// Behind `x` in a from clause.
    public Sql asked() {
        var name =
                terms.terms().stream()
                        .filter(term -> !term.excluded())
                        .map(Term::text)
                        .collect(Collectors.joining(" "));
        return Sql.of(
                " cross join (select search_folded(?) as q, search_folded(?) as part) asked",
                name,
                part(name));
    }

    public List<Sql> conditions() {
        var excluded =
                terms.terms().stream()
                        .filter(Term::excluded)
                        .map(
                                term ->
                                        Sql.of(
                                                NAME + " not like search_folded(?)",
                                                part(term.text())));
        var found = Sql.of(FOUND.replace("ABOUT", about));
        return Stream.concat(Stream.of(found), excluded).toList();
    }

    /// Reads with it.
    public static <T> T within(Reads reads, Supplier<T> read) {
        return reads.at(
                Cost.SEARCH,
                () ->
                        reads.together(
                                () -> {
                                    reads.all(NEARNESS, _ -> null);
                                    return read.get();
                                }));
    }

    /// A pattern of LIKE in which nothing of the name is a wildcard. (What folds to another letter
    /// is found by similarity.)
    private static String part(String name) {
        return "%" + name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
