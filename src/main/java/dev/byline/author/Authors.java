package dev.byline.author;

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

/// Every query about authors.
interface Authors {
    List<SortKey> SORT_KEYS =
            List.of(
                    SortKey.text("name", "a.name"),
                    SortKey.text("slug", "a.slug"),
                    SortKey.instant("createdAt", "a.createdAt"));

    Session session();

    @Find
    Optional<Author> byId(UUID id);

    @Find
    Optional<Author> bySlug(String slug);

    /// By id or slug.
    default Optional<Author> named(String reference) {
        return Ids.parse(reference)
                .map(this::byId)
                .orElseGet(() -> Slugs.isValid(reference) ? bySlug(reference) : Optional.empty());
    }

    default boolean isTaken(String slug) {
        return bySlug(slug).isPresent();
    }

    default Slice<Author> page(String sort, Paging paging) {
        var order = Order.of(sort, "name", SORT_KEYS, "a.id");
        return Listing.of("a", "Author a")
                .page(
                        session(),
                        order,
                        paging,
                        row -> row.get(row.getElements().size() - 1, Author.class));
    }
}
