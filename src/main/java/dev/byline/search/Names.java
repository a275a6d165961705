package dev.byline.search;

import dev.byline.list.SearchTerms;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.term.NameSearch;
import dev.byline.term.TermLookup;
import jakarta.inject.Singleton;
import java.util.List;

/// The authors and tags that are nearest to what is searched for.
@Singleton
class Names {
    private static final String BEST =
            " order by " + NameSearch.RELEVANCE.expression() + " desc, x.sort_key, x.id limit ?";

    private final Reads reads;

    Names(Reads reads) {
        this.reads = reads;
    }

    List<Found> authors(String q, int limit, boolean seesDrafts) {
        return find("author", "biography", q, limit, seesDrafts);
    }

    List<Found> tags(String q, int limit, boolean seesDrafts) {
        return find("tag", "description", q, limit, seesDrafts);
    }

    private List<Found> find(String table, String about, String q, int limit, boolean seesDrafts) {
        var search = new NameSearch(about, SearchTerms.of(q));
        var sql =
                Sql.of("select x.id, x.slug, x.name from %s x".formatted(table))
                        .then(search.asked())
                        .then(Sql.where(search.conditions()))
                        .then(" and " + TermLookup.visible("x", seesDrafts))
                        .then(BEST, limit);
        return NameSearch.within(
                reads,
                () ->
                        reads.all(
                                sql,
                                row ->
                                        new Found(
                                                table,
                                                Reads.id(row, "id"),
                                                row.getString("slug"),
                                                row.getString("name"),
                                                null,
                                                null)));
    }
}
