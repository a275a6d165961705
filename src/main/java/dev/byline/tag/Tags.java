package dev.byline.tag;

import dev.byline.query.Fields;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Reads;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// Every query about tags.
@Singleton
class Tags {
    private static final SortKey ARTICLE_COUNT =
            SortKey.number(TagView.ARTICLE_COUNT, "coalesce(n.articles, 0)::integer");
    private static final List<SortKey> SORT_KEYS =
            List.of(
                    SortKey.text("name", "x.name"),
                    SortKey.text("slug", "x.slug"),
                    SortKey.instant("createdAt", "x.created_at"),
                    ARTICLE_COUNT);

    private final Session session;
    private final Reads reads;
    private final TagUsage usage;

    Tags(Session session, Reads reads, TagUsage usage) {
        this.session = session;
        this.reads = reads;
        this.usage = usage;
    }

    Session session() {
        return session;
    }

    Slice<TagView> page(Fields fields, String sort, Paging paging) {
        var order = Order.of(sort, "name", SORT_KEYS, "x.id");
        return list(fields, order).page(reads, order, paging, row -> TagView.of(reads, row));
    }

    /// What is shown of the one of this id or slug.
    Optional<Seen> seen(String reference, Fields fields) {
        return list(fields, null)
                .named("x", reference)
                .flatMap(list -> list.single(reads, this::seen));
    }

    private Seen seen(ResultSet row) throws SQLException {
        return new Seen(TagView.of(reads, row), row.getInt("version"));
    }

    /// What is shown, and of which version.
    record Seen(TagView view, int version) {}

    /// Articles are counted where that is asked for: for the rows of the page one by one, or, to
    /// sort by it, for all at once.
    private Listing list(Fields fields, Order order) {
        var counts = usage.countsByTag();
        if (order != null && order.isBy(ARTICLE_COUNT)) {
            return Listing.of(
                    TagView.COLUMNS + ", coalesce(n.articles, 0) as articles",
                    "tag x left join " + counts + " n on n.id = x.id");
        }
        var articles =
                fields.has(TagView.ARTICLE_COUNT)
                        ? "coalesce((select n.articles from " + counts + " n where n.id = x.id), 0)"
                        : "null::integer";
        return Listing.of(TagView.COLUMNS + ", " + articles + " as articles", "tag x");
    }

    /// The entity of this id or slug, to be changed.
    Optional<Tag> named(String reference) {
        return Listing.of("x.id", "tag x")
                .named("x", reference)
                .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")))
                .map(id -> session.find(Tag.class, id));
    }

    boolean isTaken(String slug) {
        return named(slug).isPresent();
    }
}
