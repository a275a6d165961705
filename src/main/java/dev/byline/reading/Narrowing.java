package dev.byline.reading;

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

/// What narrows a list of articles, and by which rows such a list is read: what bounds the work is
/// how many articles bear an author or a tag, which PostgreSQL does not know beforehand.
public record Narrowing(ArticleFilter filter, Viewpoint viewpoint, Caller caller) {
    private static final String STANDARD = "-publishedAt";

    /// As many are read, and put into the order of the list as they come. Of more, the index of
    /// that order is gone through, which meets one of them soon.
    private static final int FEW = 3_000;

    private static final String UNDER =
            "select j.revision_id from revision_%1$s j where j.%1$s_id = ?";

    /// The rows of a list, their order, and what tells how many they are.
    record Rows(Listing list, Order order, Counting counting) {}

    /// Adds all of it.
    void narrow(Listing list) {
        filter.narrow(list, viewpoint, caller);
    }

    /// When each was published, of those that ever were, as a column.
    public Listing published() {
        if (viewpoint.isReadersNow()) {
            return besides(listed().select(Sql.of("l.published_at")));
        }
        var list = viewpoint.select(Sql.of("a.published_at"));
        narrow(list);
        return list.and("a.published_at is not null");
    }

    /// @param columns of `a` and `r`
    Rows rows(Reads reads, Sql columns, String sort) {
        var keys = Articles.sortKeys(viewpoint);
        var order = Order.of(sort, STANDARD, keys, "a.id");
        if (!viewpoint.isReadersNow()) {
            var list = viewpoint.select(columns);
            filter.narrow(list, viewpoint, caller, areFrequent(reads));
            return new Rows(list, order, counting(list));
        }
        var listed = listed();
        if (!listed.isAll() && (order.beginsWith("publishedAt") || areFew(reads, listed))) {
            return listed(listed, columns, sort, keys);
        }
        var list = viewpoint.select(columns);
        filter.narrow(list, viewpoint, caller, true);
        return new Rows(list, order, counting(listed));
    }

    private Rows listed(ListedArticles listed, Sql columns, String sort, List<SortKey> keys) {
        var list = besides(listed.select(columns));
        var listedKeys = keys.stream().map(ListedArticles::key).toList();
        var order = Order.of(sort, STANDARD, listedKeys, "l.article_id");
        return new Rows(list, order, counting(listed));
    }

    private Listing besides(Listing list) {
        filter.besides(list, viewpoint, caller);
        return list;
    }

    private ListedArticles listed() {
        return filter.listed(viewpoint, caller);
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
        var needed = Viewpoint.newest(filter.asksOfRevisions());
        narrow(needed);
        return Counting.of(needed.rows(), Cost.SCAN);
    }

    private static boolean areFew(Reads reads, ListedArticles listed) {
        var rows = listed.select(Sql.NOTHING).rows();
        return !reads.at(listed.cost(), () -> areMoreThanFew(reads, rows));
    }

    /// Whether more than a few revisions are under author and tag.
    private boolean areFrequent(Reads reads) {
        return filter.terms().entrySet().stream()
                .map(term -> Sql.of(UNDER.formatted(term.getKey()), term.getValue()))
                .reduce((one, other) -> one.then(" intersect ").then(other))
                .map(under -> areMoreThanFew(reads, under))
                .orElse(false);
    }

    private static boolean areMoreThanFew(Reads reads, Sql rows) {
        var question =
                Sql.of("select count(*) > %d from (".formatted(FEW))
                        .then(rows)
                        .then(" limit %d) x".formatted(FEW + 1));
        return reads.first(question, row -> row.getBoolean(1)).orElseThrow();
    }
}
