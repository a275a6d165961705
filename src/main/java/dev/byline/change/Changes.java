package dev.byline.change;

import dev.byline.filter.Filter;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/// The change log as it is read: by position, and no further than where an entry could still come
/// in before one that is there. So whoever goes on behind the last one that they saw meets each
/// entry once.
@Singleton
class Changes {
    private static final Order ORDER = Order.of(ChangeView.PROPERTIES.sortKeys().getFirst());
    private static final Sql SETTLED = Sql.of("select change_settled() as position");

    private final Reads reads;
    private final String[] restricted;

    Changes(Reads reads, @All List<RestrictedSubjects> restricted) {
        this.reads = reads;
        this.restricted =
                restricted.stream().flatMap(one -> one.types().stream()).toArray(String[]::new);
    }

    /// @param filter null for all
    ChangeView.Page page(String filter, Paging paging, Caller caller) {
        var entries = ChangeView.PROPERTIES.select(Audience.of(caller));
        var list = Listing.of(entries.sql(), Sql.of(ChangeView.ROWS));
        if (filter != null) {
            list.and(Filter.of(filter, new ChangeFilterFields().all(), caller));
        }
        if (!Audience.ADMINISTRATORS.has(caller)) {
            list.and("g.subject_type <> all (?::text[])", (Object) restricted);
        }
        var settled = settled();
        var slice = list.and("g.id <= ?", settled).page(reads, ORDER, paging, entries.row(reads));
        var next = slice.page().next();
        return new ChangeView.Page(
                slice.data(), slice.page(), next == null ? ORDER.behind(settled, paging) : next);
    }

    /// A statement of its own: what it says is true of those that begin afterwards.
    private long settled() {
        return reads.first(SETTLED, row -> row.getLong("position")).orElseThrow();
    }
}
