package dev.byline.reading;

import dev.byline.fulltext.Highlights;
import dev.byline.property.Selection;
import dev.byline.property.ViewBuilder;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.StoryView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// One article as a query yields it.
///
/// @param builder of the view, without what [#view] adds
/// @param authors in their order, as ids or whole; null where nobody asked for them
/// @param tags likewise
/// @param weight how many bytes the long texts that were asked for have
public record ArticleRow(
        ViewBuilder<ArticleView> builder,
        UUID revisionId,
        int version,
        int renderingVersion,
        List<?> authors,
        List<?> tags,
        long weight) {

    /// Of viewpoints that are of now, so that few statements are made again and again.
    private static final Map<Viewpoint, Selection<ArticleView>> SELECTIONS =
            new ConcurrentHashMap<>();

    /// The select list, of which [#of] makes a row.
    static Sql columns(Viewpoint viewpoint, ArticleFields fields) {
        return selection(viewpoint)
                .sql()
                .then(", r.id as revision_id, a.version, r.rendering_version, ")
                .then(fields.columns(viewpoint.seesDrafts()));
    }

    static Reads.Row<ArticleRow> of(Reads reads, Viewpoint viewpoint, ArticleFields fields) {
        var builder = selection(viewpoint).builder(reads);
        return row ->
                new ArticleRow(
                        builder.of(row),
                        Reads.id(row, "revision_id"),
                        row.getInt("version"),
                        row.getInt("rendering_version"),
                        fields.authors(reads, row),
                        fields.tags(reads, row),
                        row.getLong("weight"));
    }

    private static Selection<ArticleView> selection(Viewpoint viewpoint) {
        return viewpoint.at() == null && viewpoint.preview() == null
                ? SELECTIONS.computeIfAbsent(viewpoint, ArticleRow::select)
                : select(viewpoint);
    }

    private static Selection<ArticleView> select(Viewpoint viewpoint) {
        return ArticleView.properties(viewpoint).select(viewpoint.audiences());
    }

    UUID id() {
        return (UUID) builder.get("id");
    }

    Instant publishedAt() {
        return (Instant) builder.get("publishedAt");
    }

    /// @param texts the long ones that were asked for, by their names
    ArticleView view(References.Known names, Map<String, Object> texts) {
        return StoryView.timed(builder)
                .set("authors", names.authors(authors))
                .set("tags", names.tags(tags))
                .set(texts)
                .build();
    }

    ArticleView view(References.Known names, Map<String, Object> texts, RelatedArticles beside) {
        builder.set("previous", beside.previous())
                .set("next", beside.next())
                .set("related", beside.related());
        return view(names, texts);
    }

    /// To be told before [#view].
    void found(Highlights.Found places) {
        builder.set("highlights", places);
    }

    /// What [#view] made, with more texts.
    ArticleView whole(Map<String, Object> texts) {
        return builder.set(texts).build();
    }

    /// Likewise with what the answer to a write tells beside it.
    public ArticleView with(Map<String, Object> report) {
        return builder.set(report).build();
    }
}
