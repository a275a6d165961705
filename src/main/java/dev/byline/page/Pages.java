package dev.byline.page;

import dev.byline.list.Fields;
import dev.byline.list.Listing;
import dev.byline.property.Selection;
import dev.byline.property.ViewBuilder;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.StoryView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/// Every query for what is shown of pages. What a caller gets to see is the [Viewpoint]'s business,
/// in each of them, and of the page above as well.
@Singleton
class Pages {
    private final Reads reads;
    private final StoryLookup stories;

    Pages(Reads reads, StoryLookup stories) {
        this.reads = reads;
        this.stories = stories;
    }

    /// With the page above, where the viewpoint shows it: editors are told of one in the trash, or
    /// what they read and put back would move the page.
    static Listing of(Viewpoint viewpoint, Sql columns) {
        var above = viewpoint.select(Sql.of("a.id, a.slug, r.title")).and("a.id = p.parent_id");
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
        PageView with(Map<String, Object> report) {
            return whole(page.set(report));
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
                .select(viewpoint.audiences(), fields);
    }

    private static Sql columns(Selection<PageView> selection) {
        return selection.sql().then(", a.version");
    }

    private Reads.Row<Seen> row(Selection<PageView> selection) {
        var builder = selection.builder(reads);
        return row -> new Seen(builder.of(row), row.getInt("version"));
    }

    static PageView whole(ViewBuilder<PageView> page) {
        return StoryView.timed(page).build();
    }
}
