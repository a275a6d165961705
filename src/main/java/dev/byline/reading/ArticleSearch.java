package dev.byline.reading;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.fulltext.Highlights;
import dev.byline.fulltext.Search;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.fulltext.SearchQueries;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Lists of articles with what only a search, or facets, ask for. All of it is read from one
/// snapshot: hits first, from the narrow rows alone, then what is shown of those on the page.
///
/// A hit's rank is a whole number that the query and its stored row alone determine, so a cursor
/// holds it as it holds a title. Those that have everything in the title stand before all others,
/// and where they fill the page, nothing else is looked at.
@Singleton
public class ArticleSearch {
    private static final SortKey RELEVANCE = SortKey.number("relevance", Search.RELEVANCE);
    private static final String BEST_FIRST = "-relevance,-publishedAt";

    private final Articles articles;
    private final SearchQueries searching;
    private final References references;
    private final Highlights highlights;
    private final Facets facets;
    private final Reads reads;

    ArticleSearch(
            Articles articles,
            SearchQueries searching,
            References references,
            Highlights highlights,
            Facets facets,
            Reads reads) {
        this.articles = articles;
        this.searching = searching;
        this.references = references;
        this.highlights = highlights;
        this.facets = facets;
        this.reads = reads;
    }

    /// The best few of what this caller may see, in little. For callers beside the list.
    public Best best(String q, Caller caller, int limit) {
        var viewpoint = Viewpoint.of(ARTICLE, caller);
        var asked =
                new Asked(
                        ArticleFields.ofItem(caller, "title,highlights", null, true),
                        new Narrowing(ArticleFilter.NONE, viewpoint, caller),
                        null,
                        null,
                        new Paging(String.valueOf(limit), null, null, null));
        var found = find(asked, q, Set.of());
        return new Best(
                found.page().data().stream()
                        .map(view -> FoundStory.of(view.story(), view.highlights()))
                        .toList(),
                found.search());
    }

    /// @param search how `q` was understood
    public record Best(List<FoundStory> articles, SearchInterpretation search) {}

    /// What a list is asked for.
    ///
    /// @param language that all of them are in, or null
    public record Asked(
            ArticleFields fields,
            Narrowing narrowing,
            String language,
            String sort,
            Paging paging) {
        Viewpoint viewpoint() {
            return narrowing.viewpoint();
        }
    }

    /// A page, and what stands beside it: null where it was not asked for.
    public record Found(
            Slice<ArticleView> page, SearchInterpretation search, Facets.Shown facets) {}

    /// @param q what to search for, or null
    /// @param facetsOf the names of the facets asked for
    public Found find(Asked asked, String q, Set<String> facetsOf) {
        if (q == null && facetsOf.isEmpty()) {
            return new Found(reads.at(asked.fields().cost(), () -> all(asked)), null, null);
        }
        return reads.at(
                facetsOf.isEmpty() ? Cost.SEARCH : Cost.SCAN,
                () -> reads.together(() -> found(asked, q, facetsOf)));
    }

    private Found found(Asked asked, String q, Set<String> facetsOf) {
        return q == null
                ? new Found(all(asked), null, facets(asked, null, facetsOf))
                : searched(asked, q, facetsOf);
    }

    /// Whether a search finds anything its first page shows. Of a later page it has to be known
    /// beforehand: the cursor belongs to the search as it was asked, or to the corrected one.
    private Found searched(Asked asked, String q, Set<String> facetsOf) {
        // before the first statement, with which the snapshot begins
        var names = references.known(asked.viewpoint());
        var search = searching.of(q, asked.language(), asked.viewpoint());
        if (asked.paging().cursor() != null && !any(asked, search)) {
            search = mended(asked, search, q);
        }
        var page = page(asked, names, search);
        if (asked.paging().cursor() == null && page.data().isEmpty()) {
            var other = corrected(asked, search);
            if (other.isPresent()) {
                var mended = page(asked, names, other.get());
                search = mended(search, other.get(), !mended.data().isEmpty(), q);
                page = mended;
            }
        }
        return new Found(page, search.told(), facets(asked, search, facetsOf));
    }

    private Facets.Shown facets(Asked asked, Search search, Set<String> names) {
        return names.isEmpty()
                ? null
                : facets.of(
                        names,
                        hits(asked, search, Facets.columns(asked.viewpoint())),
                        asked.viewpoint().seesDrafts());
    }

    private Slice<ArticleView> all(Asked asked) {
        return articles.page(asked.fields(), asked.narrowing(), asked.sort(), asked.paging());
    }

    /// Of a search that finds nothing: the corrected one or, where that finds nothing here either,
    /// the same that suggests it.
    private Search mended(Asked asked, Search search, String q) {
        return corrected(asked, search)
                .map(corrected -> mended(search, corrected, any(asked, corrected), q))
                .orElse(search);
    }

    private static Search mended(Search search, Search corrected, boolean finds, String q) {
        return finds ? corrected.corrected(q) : search.suggesting(corrected.terms().toString());
    }

    private Optional<Search> corrected(Asked asked, Search search) {
        return search.findsNothing()
                ? Optional.empty()
                : searching.corrected(search, asked.language(), asked.viewpoint());
    }

    private boolean any(Asked asked, Search search) {
        return hits(asked, search, Sql.of("1")).single(reads, _ -> true).isPresent();
    }

    private static Listing hits(Asked asked, Search search, Sql columns) {
        return hits(asked, search, columns, false);
    }

    private static Listing hits(Asked asked, Search search, Sql columns, boolean opaque) {
        var hits =
                asked.viewpoint()
                        .hits(columns, search == null ? Sql.NOTHING : search.question(opaque));
        asked.narrowing().narrow(hits);
        return hits;
    }

    private Slice<ArticleView> page(Asked asked, References.Known names, Search search) {
        var found = best(asked, search, order(asked, search));
        if (found.data().isEmpty()) {
            return found.map(_ -> (ArticleView) null);
        }
        var ids = found.data().stream().map(Hit::revisionId).toList();
        var places = places(asked, search, ids);
        var views = articles.shown(ids, asked.viewpoint(), names, asked.fields(), places);
        return found.map(hit -> views.get(hit.revisionId()));
    }

    private Map<UUID, Highlights.Found> places(Asked asked, Search search, List<UUID> ids) {
        return asked.fields().hasHighlights() ? highlights.of(ids, search) : Map.of();
    }

    private static Order order(Asked asked, Search search) {
        var sort = asked.sort() == null ? BEST_FIRST : asked.sort();
        var keys = sortKeys(asked.viewpoint());
        var order = Order.of(sort, BEST_FIRST, keys, "d.article_id", asked.narrowing().caller());
        return order.of(search.terms().toString());
    }

    private static List<SortKey> sortKeys(Viewpoint viewpoint) {
        var keys = new ArrayList<SortKey>();
        keys.add(RELEVANCE);
        Articles.sortKeys(viewpoint).stream()
                .map(key -> key.name().equals("publishedAt") ? publishedAt(viewpoint) : key)
                .forEach(keys::add);
        return keys;
    }

    private static SortKey publishedAt(Viewpoint viewpoint) {
        return SortKey.instant(
                "publishedAt",
                viewpoint.live()
                        ? viewpoint.published("d")
                        : "coalesce(d.published_at, timestamptz '9999-12-31 00:00:00Z')");
    }

    private Slice<Hit> best(Asked asked, Search search, Order order) {
        var paging = asked.paging();
        var byRelevance = isByRelevance(asked.sort());
        if (byRelevance && !paging.isBackwards() && paging.count() == null) {
            var inTitle = hits(asked, search, Hit.columns(asked.fields()), true);
            if (!search.excludes()) {
                // where all is in the title, the words match, and need not be read from TOAST
                inTitle.where().removeIf(condition -> condition.text().equals(Viewpoint.MATCHES));
            }
            var best = page(inTitle.and(Search.IN_TITLE), order, paging);
            if (best.page().next() != null) {
                return best;
            }
        }
        return page(hits(asked, search, Hit.columns(asked.fields()), byRelevance), order, paging);
    }

    private static boolean isByRelevance(String sort) {
        return sort == null || sort.startsWith("-relevance");
    }

    private Slice<Hit> page(Listing hits, Order order, Paging paging) {
        return hits.page(reads, order, paging, Hit::weight, Hit::of);
    }

    private record Hit(UUID revisionId, long weight) {
        static Sql columns(ArticleFields fields) {
            return Sql.of("d.revision_id, ").then(fields.texts().bytes()).then(" as weight");
        }

        static Hit of(ResultSet row) throws SQLException {
            return new Hit(Reads.id(row, "revision_id"), row.getLong("weight"));
        }
    }
}
