package dev.byline.reading;

import dev.byline.filter.Filter;
import dev.byline.identity.Caller;
import dev.byline.list.Counting;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.SortKey;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What narrows a list of articles, and by which rows such a list is read: what bounds the work is
/// how many articles bear an author or a tag, which PostgreSQL does not know beforehand.
public record Narrowing(
        ArticleFilter filter, Viewpoint viewpoint, Caller caller, Optional<Filter> asked) {
    private static final String STANDARD = "-publishedAt";

    private static final String UNDER =
            "select j.revision_id from revision_%1$s j where j.%1$s_id = ?";

    public Narrowing(ArticleFilter filter, Viewpoint viewpoint, Caller caller) {
        this(filter, viewpoint, caller, filter.asked(viewpoint, caller));
    }

    /// The rows of a list, their order, and what tells how many they are.
    record Rows(Listing list, Order order, Counting counting) {}

    /// Adds all of it.
    void narrow(Listing list) {
        filter.narrow(list, viewpoint, caller, asked, false);
    }

    /// When each was published, of those that ever were, as a column.
    public Listing published() {
        if (viewpoint.isReadersNow()) {
            return besides(listed().select(Sql.of("l.published_at")));
        }
        var list = viewpoint.select(Sql.of(viewpoint.published("a") + " as published_at"));
        narrow(list);
        return list.and(viewpoint.published("a") + " is not null");
    }

    /// Their ids, in the order in which commands lock.
    ///
    /// @param most how many at most
    public List<UUID> ids(Reads reads, int most) {
        var list = viewpoint.select(Sql.of("a.id"));
        narrow(list);
        return reads.at(
                Cost.SEARCH,
                () ->
                        reads.all(
                                list.statement().then(" order by a.id limit ?", most),
                                row -> Reads.id(row, "id")));
    }

    /// @param columns of `a` and `r`
    Rows rows(Frequencies frequencies, Sql columns, String sort) {
        var keys = Articles.sortKeys(viewpoint);
        var order = Order.of(sort, STANDARD, keys, "a.id", caller);
        if (!viewpoint.isReadersNow()) {
            var list = viewpoint.select(columns);
            filter.narrow(list, viewpoint, caller, asked, areMany(frequencies));
            return new Rows(list, order, counting(list));
        }
        var listed = listed();
        if (!listed.isAll() && (order.beginsWith("publishedAt") || !areMany(frequencies, listed))) {
            return listed(listed, columns, sort, keys);
        }
        var list = viewpoint.select(columns);
        filter.narrow(list, viewpoint, caller, asked, true);
        return new Rows(list, order, counting(listed));
    }

    private Rows listed(ListedArticles listed, Sql columns, String sort, List<SortKey> keys) {
        var list = besides(listed.select(columns));
        var listedKeys = keys.stream().map(ListedArticles::key).toList();
        var order = Order.of(sort, STANDARD, listedKeys, "l.article_id");
        return new Rows(list, order, counting(listed));
    }

    private Listing besides(Listing list) {
        filter.besides(list, viewpoint, caller, asked);
        return list;
    }

    private ListedArticles listed() {
        return filter.listed(caller, asked);
    }

    private Counting counting(ListedArticles listed) {
        var list = listed.select(Sql.NOTHING);
        var conditions = list.where().size();
        return besides(list).where().size() == conditions ? listed.counting() : list.counting();
    }

    /// Of editors' lists; what is live joins nothing that its count does not need.
    private Counting counting(Listing list) {
        if (viewpoint.live() || !filter.isListed()) {
            return list.counting();
        }
        var needed = viewpoint.newest(filter.asksOfRevisions());
        narrow(needed);
        return Counting.of(needed.rows(), Cost.SCAN);
    }

    private static boolean areMany(Frequencies frequencies, ListedArticles listed) {
        return frequencies.areMany(listed.select(Sql.NOTHING).rows(), listed.cost());
    }

    private boolean areMany(Frequencies frequencies) {
        return filter.terms().entrySet().stream()
                .map(term -> Sql.of(UNDER.formatted(term.getKey()), term.getValue()))
                .reduce((one, other) -> one.then(" intersect ").then(other))
                .map(under -> frequencies.areMany(under, Cost.SEARCH))
                .orElse(false);
    }
}
