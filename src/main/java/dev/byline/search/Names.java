package dev.byline.search;

import dev.byline.analysis.Signs;
import dev.byline.query.Reads;
import dev.byline.query.Sql;
import dev.byline.term.TermLookup;
import jakarta.inject.Singleton;
import java.util.List;

/// Finds authors and tags: by a part of name or slug, by a name that is spelt nearly so, or by
/// the words of what is said of them. Accents and case do not count.
@Singleton
class Names {
    /// As near as `grahem` is to `Graham`.
    private static final Sql NEARNESS =
            Sql.of("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)");

    private static final String FIND =
            """
            select x.id, x.slug, x.name
            from %1$s x cross join (select search_folded(?) as q, search_folded(?) as part) asked
            where (search_folded(x.name || ' ' || x.slug) like asked.part
                or asked.q <%% search_folded(x.name || ' ' || x.slug)
                or to_tsvector('byline_simple', coalesce(x.%2$s, '')) @@ plainto_tsquery('byline_simple', asked.q))
                and %3$s
            order by starts_with(search_folded(x.name), asked.q) desc,
                search_folded(x.name || ' ' || x.slug) like asked.part desc,
                word_similarity(asked.q, search_folded(x.name || ' ' || x.slug)) desc, x.sort_key, x.id
            limit ?
            """;

    private final Reads reads;

    Names(Reads reads) {
        this.reads = reads;
    }

    List<Found> authors(String q, int limit, boolean mayEdit) {
        return find("author", "biography", q, limit, mayEdit);
    }

    List<Found> tags(String q, int limit, boolean mayEdit) {
        return find("tag", "description", q, limit, mayEdit);
    }

    private List<Found> find(String table, String about, String q, int limit, boolean mayEdit) {
        var name = name(q);
        if (name.isEmpty()) {
            return List.of();
        }
        reads.all(NEARNESS, _ -> null);
        var find = FIND.formatted(table, about, TermLookup.visible("x", mayEdit));
        return reads.all(
                Sql.of(find, name, part(name), limit),
                row ->
                        new Found(
                                table,
                                Reads.id(row, "id"),
                                row.getString("slug"),
                                row.getString("name"),
                                null,
                                null));
    }

    /// What was typed without the signs that only mean something in articles.
    private static String name(String q) {
        return Signs.typed(q).replaceAll("(^|\\s)-\\S+|[\"*]", " ").strip();
    }

    /// A pattern of LIKE in which nothing of the name is a wildcard. (What folds to another letter
    /// is found by similarity.)
    private static String part(String name) {
        return "%"
                + name.toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1")
                + "%";
    }
}
