package dev.byline.reading;

import dev.byline.body.Rendering;
import dev.byline.identity.Audience;
import dev.byline.property.Selection;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// One article as a query yields it.
///
/// @param view without what [#view] adds
/// @param authors in their order, as ids or whole; null where nobody asked for them
/// @param tags likewise
/// @param weight how many bytes the long texts that were asked for have
public record ArticleRow(
        ArticleView view,
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
                .then(fields.columns(viewpoint.mayEdit()));
    }

    static Reads.Row<ArticleRow> of(Reads reads, Viewpoint viewpoint, ArticleFields fields) {
        var view = selection(viewpoint).row(reads);
        return row ->
                new ArticleRow(
                        view.of(row),
                        Reads.id(row, "revision_id"),
                        row.getInt("version"),
                        row.getInt("rendering_version"),
                        fields.authors(reads, row),
                        fields.tags(reads, row),
                        row.getLong("weight"));
    }

    private static Selection<ArticleView> selection(Viewpoint viewpoint) {
        return viewpoint.at() == null
                ? SELECTIONS.computeIfAbsent(viewpoint, ArticleRow::select)
                : select(viewpoint);
    }

    private static Selection<ArticleView> select(Viewpoint viewpoint) {
        return ArticleView.properties(viewpoint)
                .select(viewpoint.mayEdit() ? Audience.EDITORS : Audience.EVERYONE);
    }

    /// @param texts the long ones that were asked for, by their names
    ArticleView view(References.Known names, Map<String, Object> texts) {
        return view(names, texts, RelatedArticles.NONE);
    }

    ArticleView view(References.Known names, Map<String, Object> texts, RelatedArticles beside) {
        var others = new HashMap<>(texts);
        others.put("readingMinutes", Rendering.readingMinutes(view.story().wordCount()));
        others.put("authors", names.authors(authors));
        others.put("tags", names.tags(tags));
        others.put("previous", beside.previous());
        others.put("next", beside.next());
        others.put("related", beside.related());
        return ArticleView.PROPERTIES.set(view, others);
    }
}
