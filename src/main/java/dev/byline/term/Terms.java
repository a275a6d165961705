package dev.byline.term;

import dev.byline.filter.Filter;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.http.Uuids;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.property.Selection;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Every query about terms.
@Singleton
class Terms {
    private final Reads reads;
    private final TermUsage usage;

    Terms(Reads reads, TermUsage usage) {
        this.reads = reads;
        this.usage = usage;
    }

    Slice<TermView> page(
            TermKind<?, ?> kind,
            Fields fields,
            TermQuery query,
            String filter,
            Caller caller,
            Paging paging) {
        var search = NameSearch.of(kind, query.q());
        var order = order(kind, search, query.sort());
        var selection = selection(kind, fields, order, Audience.of(caller));
        var list =
                list(kind, selection, order, search)
                        .and(TermLookup.visible("x", caller.seesDrafts()));
        if (filter != null) {
            list.and(Filter.of(filter, kind.filterFields(caller.seesDrafts()), caller));
        }
        var row = selection.row(reads);
        return search == null
                ? list.page(reads, order, paging, row::of)
                : NameSearch.within(reads, () -> list.page(reads, order, paging, row::of));
    }

    private static Order order(TermKind<?, ?> kind, NameSearch search, String sort) {
        var keys = kind.properties().sortKeys();
        if (search == null) {
            return Order.of(sort, "name", keys, "x.id");
        }
        var all = Stream.concat(keys.stream(), Stream.of(NameSearch.RELEVANCE)).toList();
        return Order.of(sort, "-relevance,name", all, "x.id").of(search.terms().toString());
    }

    /// Whether what is shown, in that order, is another when the articles are, or the time is.
    static boolean isCounted(Fields fields, String sort) {
        return fields.has(TermView.ARTICLE_COUNT)
                || sort != null && sort.contains(TermView.ARTICLE_COUNT);
    }

    /// What is shown of the one of this id or slug. A former slug throws what is answered with 308.
    Seen seen(TermKind<?, ?> kind, String reference, Fields fields, Caller caller) {
        var selection = selection(kind, fields, null, Audience.of(caller));
        var row = selection.row(reads);
        return list(kind, selection, null, null)
                .and(TermLookup.visible("x", caller.seesDrafts()))
                .named("x", reference)
                .flatMap(
                        list ->
                                list.single(
                                        reads, one -> new Seen(row.of(one), one.getInt("version"))))
                .orElseThrow(() -> moved(kind, reference, caller.seesDrafts()));
    }

    /// What is shown, and of which version.
    record Seen(TermView view, int version) {}

    /// Articles are counted where that is asked for: for the rows of the page one by one, or, to
    /// sort by it, for all at once.
    private Selection<? extends TermView> selection(
            TermKind<?, ?> kind, Fields fields, Order order, Set<Audience> asker) {
        var articles =
                isByArticles(order)
                        ? TermView.ARTICLES_OF_ALL
                        : "coalesce((select n.articles from "
                                + usage.counts()
                                + " n where n.id = x.id), 0)";
        return kind.properties().with(Map.of("articles", Sql.of(articles))).select(asker, fields);
    }

    private static boolean isByArticles(Order order) {
        return order != null && order.isBy(TermView.ARTICLE_COUNT);
    }

    private Listing list(
            TermKind<?, ?> kind, Selection<?> selection, Order order, NameSearch search) {
        var table = kind.noun() + " x";
        var counted =
                isByArticles(order)
                        ? table + " left join " + usage.counts() + " n on n.id = x.id"
                        : table;
        var list =
                Listing.of(
                        selection.sql().then(", x.version"),
                        search == null ? Sql.of(counted) : Sql.of(counted).then(search.asked()));
        if (search != null) {
            search.conditions().forEach(list::and);
        }
        return list;
    }

    /// What says that a slug is a former one, or else that there is nothing.
    RuntimeException moved(TermKind<?, ?> kind, String reference, boolean seesDrafts) {
        var visible =
                Listing.of("x.slug", kind.noun() + " x").and(TermLookup.visible("x", seesDrafts));
        return kind.formerSlugs()
                .moved(reads, visible, "x", reference)
                .orElseGet(() -> notFound(kind));
    }

    private static RuntimeException notFound(TermKind<?, ?> kind) {
        return ProblemType.NOT_FOUND.because(
                "There is no %s of this id or slug.".formatted(kind.noun()));
    }

    /// The id of the one that a body names by id or slug.
    UUID named(TermKind<?, ?> kind, String reference) {
        return Uuids.parse(reference)
                .or(() -> id(kind, reference))
                .orElseThrow(() -> unknown(kind));
    }

    static ProblemException unknown(TermKind<?, ?> kind) {
        return ProblemException.unknown("/id", kind.noun());
    }

    /// The id of the one of this id or slug that another replaced last.
    UUID replaced(TermKind<?, ?> kind, String reference) {
        var named =
                Sql.of(
                        "select x.id from %s x where x.replaced_by is not null and (x.id = ? or x.slug = ?)"
                                        .formatted(kind.noun())
                                + " order by x.replaced_at desc limit 1",
                        Uuids.parse(reference).orElse(null),
                        reference);
        return reads.first(named, row -> Reads.id(row, "id"))
                .orElseThrow(
                        () ->
                                ProblemType.NOT_REPLACED.because(
                                        "No %s of this id or slug was replaced."
                                                .formatted(kind.noun())));
    }

    Optional<UUID> id(TermKind<?, ?> kind, String reference) {
        return Listing.of("x.id", kind.noun() + " x")
                .and(TermLookup.visible("x", true))
                .named("x", reference)
                .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")));
    }
}
