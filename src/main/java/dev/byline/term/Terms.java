package dev.byline.term;

import dev.byline.filter.Filter;
import dev.byline.http.ProblemType;
import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Every query about terms.
@Singleton
class Terms {
    private static final SortKey ARTICLE_COUNT =
            SortKey.number(TermView.ARTICLE_COUNT, "coalesce(n.articles, 0)::integer");
    static final List<SortKey> SORT_KEYS =
            List.of(
                    SortKey.name("name", "x.sort_key"),
                    SortKey.text("slug", "x.slug collate \"C\""),
                    SortKey.instant("createdAt", "x.created_at"),
                    ARTICLE_COUNT);

    private final Reads reads;
    private final TermUsage usage;

    Terms(Reads reads, TermUsage usage) {
        this.reads = reads;
        this.usage = usage;
    }

    Slice<TermView> page(
            TermKind<?, ?> kind,
            Fields fields,
            String q,
            String filter,
            Caller caller,
            String sort,
            Paging paging) {
        var search = NameSearch.of(kind, q);
        var order = order(search, sort);
        var list = list(kind, fields, order, search).and(TermLookup.visible("x", caller.mayEdit()));
        if (filter != null) {
            var known = kind.filterFields().apply(caller.mayEdit());
            list.and(Filter.of(filter, known, caller));
        }
        return search == null
                ? page(list, kind, order, paging)
                : NameSearch.within(reads, () -> page(list, kind, order, paging));
    }

    private Slice<TermView> page(Listing list, TermKind<?, ?> kind, Order order, Paging paging) {
        return list.page(reads, order, paging, row -> kind.row().of(reads, row));
    }

    private static Order order(NameSearch search, String sort) {
        if (search == null) {
            return Order.of(sort, "name", SORT_KEYS, "x.id");
        }
        var keys = Stream.concat(SORT_KEYS.stream(), Stream.of(NameSearch.RELEVANCE)).toList();
        return Order.of(sort, "-relevance,name", keys, "x.id").of(search.terms().toString());
    }

    /// Whether what is shown, in that order, is another when the articles are, or the time is.
    static boolean isCounted(Fields fields, String sort) {
        return fields.has(TermView.ARTICLE_COUNT)
                || sort != null && sort.contains(TermView.ARTICLE_COUNT);
    }

    /// What is shown of the one of this id or slug. A former slug throws what is answered with 308.
    Seen seen(TermKind<?, ?> kind, String reference, Fields fields, boolean mayEdit) {
        return list(kind, fields, null, null)
                .and(TermLookup.visible("x", mayEdit))
                .named("x", reference)
                .flatMap(list -> list.single(reads, row -> seen(kind, row)))
                .orElseThrow(() -> moved(kind, reference, mayEdit));
    }

    private Seen seen(TermKind<?, ?> kind, ResultSet row) throws SQLException {
        return new Seen(kind.row().of(reads, row), row.getInt("version"));
    }

    /// What is shown, and of which version.
    record Seen(TermView view, int version) {}

    /// Articles are counted where that is asked for: for the rows of the page one by one, or, to
    /// sort by it, for all at once.
    private Listing list(TermKind<?, ?> kind, Fields fields, Order order, NameSearch search) {
        var counts = usage.counts();
        var table = kind.noun() + " x";
        if (order != null && order.isBy(ARTICLE_COUNT)) {
            return listing(
                    kind.columns() + ", x.version, coalesce(n.articles, 0) as articles",
                    table + " left join " + counts + " n on n.id = x.id",
                    search);
        }
        var articles =
                fields.has(TermView.ARTICLE_COUNT)
                        ? "coalesce((select n.articles from " + counts + " n where n.id = x.id), 0)"
                        : "null::integer";
        return listing(kind.columns() + ", x.version, " + articles + " as articles", table, search);
    }

    private static Listing listing(String select, String from, NameSearch search) {
        if (search == null) {
            return Listing.of(select, from);
        }
        var list = Listing.of(Sql.of(select), Sql.of(from).then(search.asked()));
        search.conditions().forEach(list::and);
        return list;
    }

    /// What says that a slug is a former one, or else that there is nothing.
    RuntimeException moved(TermKind<?, ?> kind, String reference, boolean mayEdit) {
        var visible =
                Listing.of("x.slug", kind.noun() + " x").and(TermLookup.visible("x", mayEdit));
        return kind.formerSlugs()
                .moved(reads, visible, "x", reference)
                .orElseGet(() -> notFound(kind));
    }

    private static RuntimeException notFound(TermKind<?, ?> kind) {
        return ProblemType.NOT_FOUND.because(
                "There is no %s of this id or slug.".formatted(kind.noun()));
    }

    Optional<UUID> id(TermKind<?, ?> kind, String reference) {
        return Listing.of("x.id", kind.noun() + " x")
                .named("x", reference)
                .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")));
    }
}
