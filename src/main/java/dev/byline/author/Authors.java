package dev.byline.author;

import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Reads;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// Every query about authors.
@Singleton
class Authors {
    private static final List<SortKey> SORT_KEYS =
            List.of(
                    SortKey.text("name", "x.name"),
                    SortKey.text("slug", "x.slug"),
                    SortKey.instant("createdAt", "x.created_at"));

    private final Session session;
    private final Reads reads;

    Authors(Session session, Reads reads) {
        this.session = session;
        this.reads = reads;
    }

    Session session() {
        return session;
    }

    Slice<AuthorView> page(String sort, Paging paging) {
        var order = Order.of(sort, "name", SORT_KEYS, "x.id");
        return list().page(reads, order, paging, row -> AuthorView.of(reads, row));
    }

    /// What is shown of the one of this id or slug.
    Optional<Seen> seen(String reference) {
        return list().named("x", reference)
                .flatMap(
                        list ->
                                list.single(
                                        reads,
                                        row ->
                                                new Seen(
                                                        AuthorView.of(reads, row),
                                                        row.getInt("version"))));
    }

    /// What is shown, and of which version.
    record Seen(AuthorView view, int version) {}

    private static Listing list() {
        return Listing.of(AuthorView.COLUMNS, "author x");
    }

    /// The entity of this id or slug, to be changed.
    Optional<Author> named(String reference) {
        return Listing.of("x.id", "author x")
                .named("x", reference)
                .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")))
                .map(id -> session.find(Author.class, id));
    }

    boolean isTaken(String slug) {
        return named(slug).isPresent();
    }
}
