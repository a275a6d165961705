package dev.byline.release;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.http.FaultCode;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Finds the articles and revisions that an input names.
@Singleton
class NamedItems {
    /// A slug is that of the one outside of the trash, where there is one.
    private static final String NAMED =
            """
            select a.id, a.newest_revision, exists (
                select from revision r where r.article_id = a.id and r.number = i.number::integer) as is_known
            from unnest(?::uuid[], ?::text[], ?::text[]) with ordinality i (id, slug, number, place)
                left join lateral (select a.id, a.newest_revision from article a
                    where (a.id = i.id or a.slug = i.slug) and %s
                    order by a.trashed_at desc nulls first limit 1) a on true
            order by i.place
            """
                    .formatted(ARTICLE.is("a"));

    private final Reads reads;

    NamedItems(Reads reads) {
        this.reads = reads;
    }

    private record Named(UUID article, int newest, boolean isKnown) {}

    /// @throws ProblemException 422 with each place that names nothing
    List<ReleaseItem> of(List<ReleaseInput.Item> items) {
        var named =
                reads.all(
                        named(items),
                        row ->
                                new Named(
                                        Reads.id(row, "id"),
                                        row.getInt("newest_revision"),
                                        row.getBoolean("is_known")));
        var seen = new HashSet<UUID>();
        var faults = new ArrayList<Fault>();
        var found = new ArrayList<ReleaseItem>();
        for (var place = 0; place < items.size(); place++) {
            var item = items.get(place);
            fault("/items/" + place, item, named.get(place), seen, faults);
            found.add(item(item, named.get(place)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return found;
    }

    private static Sql named(List<ReleaseInput.Item> items) {
        return Sql.of(
                NAMED,
                items.stream()
                        .map(item -> Uuids.parse(item.article()).orElse(null))
                        .toArray(UUID[]::new),
                items.stream().map(ReleaseInput.Item::article).toArray(String[]::new),
                items.stream()
                        .map(item -> item.revision() == null ? null : item.revision().toString())
                        .toArray(String[]::new));
    }

    private static void fault(
            String at, ReleaseInput.Item item, Named named, Set<UUID> seen, List<Fault> faults) {
        if (named.article() == null) {
            faults.add(Fault.unknown(at + "/article", "article"));
        } else if (!seen.add(named.article())) {
            faults.add(Fault.inBody(at + "/article", FaultCode.TWICE, "is in the release already"));
        } else if (item.revision() != null && item.withdraw()) {
            faults.add(
                    Fault.inBody(
                            at + "/revision",
                            FaultCode.WRONG_VALUE,
                            "is left out of what is withdrawn"));
        } else if (item.revision() != null && !named.isKnown()) {
            faults.add(
                    Fault.inBody(
                            at + "/revision",
                            FaultCode.UNKNOWN_REVISION,
                            "is no revision of this article"));
        }
    }

    private static ReleaseItem item(ReleaseInput.Item item, Named named) {
        var revision = item.revision() == null ? (Integer) named.newest() : item.revision();
        return new ReleaseItem(named.article(), item.withdraw() ? null : revision, null);
    }
}
