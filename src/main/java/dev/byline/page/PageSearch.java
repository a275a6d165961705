package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.filter.Filter;
import dev.byline.fulltext.Highlights;
import dev.byline.fulltext.Search;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.fulltext.SearchQueries;
import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.property.ViewBuilder;
import dev.byline.reading.FoundStory;
import dev.byline.revision.Viewpoint;
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

/// Lists of pages, all or those that a search finds.
@Singleton
public class PageSearch {
    private static final SortKey RELEVANCE = SortKey.number("relevance", "h.relevance");

    private final Reads reads;
    private final RevisionTexts texts;
    private final SearchQueries searching;
    private final Highlights highlights;

    PageSearch(Reads reads, RevisionTexts texts, SearchQueries searching, Highlights highlights) {
        this.reads = reads;
        this.texts = texts;
        this.searching = searching;
        this.highlights = highlights;
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

    /// The best few of what this caller may see, in little. For callers beside the list.
    public Best best(String q, Caller caller, int limit) {
        var viewpoint = Viewpoint.of(PAGE, caller);
        var fields = PageFields.ofItem(caller, "title,highlights", true);
        var paging = new Paging(String.valueOf(limit), null, null, null);
        var found = list(new Asked(viewpoint, caller, fields, q, null, null, paging));
        return new Best(
                found.slice.data().stream()
                        .map(view -> FoundStory.of(view.story(), view.highlights()))
                        .toList(),
                found.search);
    }

    /// @param search how `q` was understood
    public record Best(List<FoundStory> pages, SearchInterpretation search) {}

    /// A part of the list, and how `q` was understood: null without one.
    record Found(Slice<PageView> slice, SearchInterpretation search) {}

    /// As it is answered, documented as [PageView.Listed].
    record Listed(
            List<?> data,
            Slice.Page page,
            @JsonInclude(JsonInclude.Include.NON_NULL) SearchInterpretation search) {}

    Found list(Asked asked) {
        return asked.q == null
                ? new Found(reads.at(cost(asked.fields), () -> list(asked, null)), null)
                : reads.at(Cost.SEARCH, () -> reads.together(() -> searched(asked)));
    }

    /// The long texts of a hundred pages take as long as a search.
    private static Cost cost(Fields fields) {
        return PageView.PROPERTIES.requested(fields).isEmpty() ? Cost.LOW : Cost.SEARCH;
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
                        .select(asked.viewpoint.audiences());
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
        var revisions = found.data().stream().map(Row::revisionId).toList();
        var bodies = texts.of(requested, revisions);
        var places =
                search == null || !asked.fields.has("highlights")
                        ? Map.<UUID, Highlights.Found>of()
                        : highlights.of(revisions, search);
        return found.map(
                row ->
                        Pages.whole(
                                row.page
                                        .set(bodies.getOrDefault(row.revisionId, Map.of()))
                                        .set("highlights", places.get(row.revisionId))));
    }

    /// @param weight how many bytes the long texts that were asked for have
    private record Row(ViewBuilder<PageView> page, UUID revisionId, long weight) {
        static Row of(ViewBuilder<PageView> page, ResultSet row) throws SQLException {
            return new Row(page, Reads.id(row, "revision_id"), row.getLong("weight"));
        }
    }

    private Listing narrowed(Asked asked, Search search, Sql columns) {
        var all = Pages.of(asked.viewpoint, columns);
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
}
