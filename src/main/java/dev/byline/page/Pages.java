package dev.byline.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.body.BodyWarning;
import dev.byline.body.Rendering;
import dev.byline.filter.Filter;
import dev.byline.fulltext.Search;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.fulltext.SearchQueries;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.property.Selection;
import dev.byline.property.ViewBuilder;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.RevisionTexts;
import dev.byline.story.StoryView;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Every query for what is shown of pages. What a caller gets to see is the [Viewpoint]'s business,
/// in each of them, and of the page above as well.
@Singleton
class Pages {
    private static final SortKey RELEVANCE = SortKey.number("relevance", "h.relevance");

    private final Reads reads;
    private final StoryLookup stories;
    private final RevisionTexts texts;
    private final SearchQueries searching;

    Pages(Reads reads, StoryLookup stories, RevisionTexts texts, SearchQueries searching) {
        this.reads = reads;
        this.stories = stories;
        this.texts = texts;
        this.searching = searching;
    }

    /// What a list is asked for.
    ///
    /// @param q what to search for, or null
    /// @param filter in RSQL, or null
    record Asked(
            Viewpoint viewpoint,
            Caller caller,
            Fields fields,
            String q,
            String filter,
            String sort,
            Paging paging) {}

    /// A part of the list, and how `q` was understood: null without one.
    record Found(Slice<PageView> slice, SearchInterpretation search) {}

    /// As it is answered, documented as [PageView.Listed].
    record Listed(
            List<?> data,
            Slice.Page page,
            @JsonInclude(JsonInclude.Include.NON_NULL) SearchInterpretation search) {}

    Found list(Asked asked) {
        return asked.q == null
                ? new Found(list(asked, null), null)
                : reads.at(Cost.SEARCH, () -> reads.together(() -> searched(asked)));
    }

    /// Where nothing is found, with misspelt words corrected. A cursor belongs to the one search or
    /// to the other.
    private Found searched(Asked asked) {
        var search = searching.of(asked.q, null, asked.viewpoint);
        if (search.findsNothing() || finds(asked, search)) {
            return new Found(list(asked, search), search.told());
        }
        var other = searching.corrected(search, null, asked.viewpoint);
        if (other.isEmpty()) {
            return new Found(list(asked, search), search.told());
        }
        var told =
                finds(asked, other.get())
                        ? other.get().corrected(asked.q)
                        : search.suggesting(other.get().terms().toString());
        return new Found(list(asked, told), told.told());
    }

    private boolean finds(Asked asked, Search search) {
        return narrowed(asked, search, Sql.of("1")).single(reads, _ -> true).isPresent();
    }

    private Slice<PageView> list(Asked asked, Search search) {
        var selection =
                PageView.PROPERTIES
                        .with(StoryView.of(asked.viewpoint))
                        .select(audience(asked.viewpoint));
        var requested = PageView.PROPERTIES.requested(asked.fields);
        var columns =
                selection
                        .sql()
                        .then(", r.id as revision_id, ")
                        .then(requested.bytes())
                        .then(" as weight");
        var builder = selection.builder(reads);
        var found =
                narrowed(asked, search, columns)
                        .page(
                                reads,
                                order(asked, search),
                                asked.paging,
                                Row::weight,
                                row -> Row.of(builder.of(row), row));
        var texts = this.texts.of(requested, found.data().stream().map(Row::revisionId).toList());
        return found.map(row -> whole(row.page.set(texts.getOrDefault(row.revisionId, Map.of()))));
    }

    /// @param weight how many bytes the long texts that were asked for have
    private record Row(ViewBuilder<PageView> page, UUID revisionId, long weight) {
        static Row of(ViewBuilder<PageView> page, ResultSet row) throws SQLException {
            return new Row(page, Reads.id(row, "revision_id"), row.getLong("weight"));
        }
    }

    private Listing narrowed(Asked asked, Search search, Sql columns) {
        var all = of(asked.viewpoint, columns);
        var list = search == null ? all : all.joined(hits(asked.viewpoint, search));
        var filter =
                asked.filter == null
                        ? null
                        : Filter.of(
                                asked.filter, PageFilterFields.of(asked.viewpoint), asked.caller);
        if (filter != null) {
            list.and(filter);
        }
        if (!asked.viewpoint.live()) {
            StoryView.leaveOutTrash(list, filter == null ? Set.of() : filter.fields());
        }
        return list;
    }

    private static Sql hits(Viewpoint viewpoint, Search search) {
        var hits =
                viewpoint.hits(
                        Sql.of("d.revision_id, " + Search.RELEVANCE + " as relevance"),
                        search.question(false));
        return Sql.of(" join (").then(hits.statement()).then(") h on h.revision_id = r.id");
    }

    private static Order order(Asked asked, Search search) {
        var keys =
                StoryView.sortKeys(
                        PageView.PROPERTIES.with(StoryView.of(asked.viewpoint)), asked.viewpoint);
        if (search == null) {
            return Order.of(asked.sort, "position,title", keys, "a.id", asked.caller);
        }
        var all = Stream.concat(Stream.of(RELEVANCE), keys.stream()).toList();
        return Order.of(asked.sort, "-relevance,position,title", all, "a.id", asked.caller)
                .of(search.terms().toString());
    }

    /// With the page above, where the viewpoint shows it.
    private static Listing of(Viewpoint viewpoint, Sql columns) {
        var above =
                viewpoint
                        .select(Sql.of("a.id, a.slug, r.title"))
                        .and("a.id = p.parent_id")
                        .and("a.trashed_at is null");
        return viewpoint
                .select(columns)
                .joined(
                        Sql.of(" join page p on p.id = a.id left join lateral (")
                                .then(above.statement())
                                .then(") b on true"));
    }

    /// What is shown, and of which version.
    record Seen(ViewBuilder<PageView> page, int version) {
        PageView view() {
            return whole(page);
        }

        /// In the answer to a write.
        PageView warned(List<BodyWarning> warnings) {
            return whole(page.set("warnings", warnings));
        }
    }

    /// The page of this id or slug. A former slug throws what is answered with 308, anything that
    /// the viewpoint does not show is not found.
    Seen read(String reference, Viewpoint viewpoint, Fields fields) {
        var selection = selection(viewpoint, fields);
        return of(viewpoint, columns(selection))
                .named("a", reference)
                .flatMap(list -> list.first(reads, viewpoint.preferred(), row(selection)))
                .orElseThrow(() -> stories.moved(reference, viewpoint));
    }

    /// Asks for what an editor gets of one with the statements that write it.
    Batch.Result<Seen> ask(Batch batch, UUID id, Viewpoint viewpoint, Fields fields) {
        var selection = selection(viewpoint, fields);
        return batch.ask(
                of(viewpoint, columns(selection)).and("a.id = ?", id).statement(), row(selection));
    }

    private static Selection<PageView> selection(Viewpoint viewpoint, Fields fields) {
        return PageView.PROPERTIES
                .with(StoryView.of(viewpoint))
                .select(audience(viewpoint), fields);
    }

    private static Audience audience(Viewpoint viewpoint) {
        return viewpoint.mayEdit() ? Audience.EDITORS : Audience.EVERYONE;
    }

    private static Sql columns(Selection<PageView> selection) {
        return selection.sql().then(", a.version");
    }

    private Reads.Row<Seen> row(Selection<PageView> selection) {
        var builder = selection.builder(reads);
        return row -> new Seen(builder.of(row), row.getInt("version"));
    }

    private static PageView whole(ViewBuilder<PageView> page) {
        var words = (int) page.get("wordCount");
        return page.set("readingMinutes", Rendering.readingMinutes(words)).build();
    }
}
