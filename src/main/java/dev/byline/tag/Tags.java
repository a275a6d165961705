package dev.byline.tag;

import dev.byline.query.Ids;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import dev.byline.text.Slugs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.annotations.processing.Find;

/// Every query about tags.
interface Tags {
    List<SortKey> SORT_KEYS =
            List.of(
                    SortKey.text("name", "t.name"),
                    SortKey.text("slug", "t.slug"),
                    SortKey.instant("createdAt", "t.createdAt"));

    Session session();

    @Find
    Optional<Tag> byId(UUID id);

    @Find
    Optional<Tag> bySlug(String slug);

    /// By id or slug.
    default Optional<Tag> named(String reference) {
        return Ids.parse(reference)
                .map(this::byId)
                .orElseGet(() -> Slugs.isValid(reference) ? bySlug(reference) : Optional.empty());
    }

    default boolean isTaken(String slug) {
        return bySlug(slug).isPresent();
    }

    default Slice<Tag> page(String sort, Paging paging) {
        var order = Order.of(sort, "name", SORT_KEYS, "t.id");
        return Listing.of("t", "Tag t")
                .page(
                        session(),
                        order,
                        paging,
                        row -> row.get(row.getElements().size() - 1, Tag.class));
    }
}
