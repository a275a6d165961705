package dev.byline.reading;

import dev.byline.list.Counting;
import dev.byline.list.Listing;
import dev.byline.list.SortKey;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What readers find now under an author, a tag or both, in a language and a time: the rows of
/// `listed_article`, which stand in the order of publication in an index that says all that is
/// asked here. So it costs the same whatever share of all articles that is.
///
/// @param terms authors and tags, each as SQL that yields its id; none for all articles
/// @param language or null
/// @param from of publication, or null
/// @param before of publication, or null
record ListedArticles(List<Sql> terms, String language, Instant from, Instant before) {
    /// The term that all of them are under.
    private static final Sql ALL = Sql.of("?", new UUID(0, 0));

    /// Another term of the same revision, in the order of the index, so that both are read side by
    /// side.
    private static final String AND_UNDER =
            " join listed_article %1$s on %1$s.published_at = l.published_at and"
                    + " %1$s.article_id = l.article_id and %1$s.revision_id = l.revision_id"
                    + " and %1$s.term_id = ";

    /// What is shown comes from `a` and `r`, which PostgreSQL leaves out where nothing asks for
    /// them.
    Listing select(Sql columns) {
        var table = Sql.of("listed_article l");
        for (var index = 1; index < terms.size(); index++) {
            table = table.then(AND_UNDER.formatted("l" + index)).then(terms.get(index));
        }
        var list =
                Listing.of(
                        columns,
                        table.then(
                                " left join article a on a.id = l.article_id"
                                        + " left join revision r on r.id = l.revision_id"
                                        + Viewpoint.SAVER));
        list.and(Sql.of("l.term_id = ").then(first()));
        list.and(Viewpoint.liveNow("l"));
        if (language != null) {
            list.and("l.language = ?", language);
        }
        if (from != null) {
            list.and("l.published_at >= ?", from);
        }
        if (before != null) {
            list.and("l.published_at < ?", before);
        }
        return list.costs(cost());
    }

    /// In the order of publication, of one term each is found; of several terms, or a language, all
    /// may be read for a few.
    Cost cost() {
        return terms.size() > 1 || language != null ? Cost.SEARCH : Cost.LOW;
    }

    /// Whether it leaves out nothing.
    boolean isAll() {
        return terms.isEmpty() && language == null && from == null && before == null;
    }

    /// How many there are. Of all, and of one term, that is kept.
    Counting counting() {
        if (terms.size() > 1 || language != null || from != null || before != null) {
            return Counting.of(select(Sql.NOTHING).rows(), Cost.SEARCH);
        }
        return Counting.kept(ListedCounts.under(first()));
    }

    private Sql first() {
        return terms.isEmpty() ? ALL : terms.getFirst();
    }

    /// The same key of these rows.
    static SortKey key(SortKey key) {
        return switch (key.name()) {
            case "publishedAt" -> SortKey.instant(key.name(), "l.published_at");
            case "updatedAt" -> SortKey.instant(key.name(), "l.live_from");
            default -> key;
        };
    }
}
