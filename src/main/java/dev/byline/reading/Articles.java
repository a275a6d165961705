package dev.byline.reading;

import dev.byline.cache.NextTransition;
import dev.byline.fulltext.Highlights;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.RevisionTexts;
import dev.byline.story.StoryView;
import dev.byline.term.TermUsage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every query for what is shown of articles. What a caller gets to see is the [Viewpoint]'s
/// business, in each of them.
@Singleton
public class Articles implements TermUsage {
    private static final List<SortKey> SORT_KEYS_OF_LIVE = keys(Viewpoint.READER);
    private static final List<SortKey> SORT_KEYS_OF_NEWEST = keys(Viewpoint.EDITOR);

    private final Reads reads;
    private final References references;
    private final Neighbours neighbours;
    private final Frequencies frequencies;
    private final StoryLookup stories;
    private final RevisionTexts texts;

    Articles(
            Reads reads,
            References references,
            Neighbours neighbours,
            Frequencies frequencies,
            StoryLookup stories,
            RevisionTexts texts) {
        this.reads = reads;
        this.references = references;
        this.neighbours = neighbours;
        this.frequencies = frequencies;
        this.stories = stories;
        this.texts = texts;
    }

    /// One statement where names are known, and no long texts or total are asked for; six at most.
    Slice<ArticleView> page(ArticleFields fields, Narrowing narrowing, String sort, Paging paging) {
        var viewpoint = narrowing.viewpoint();
        var names = references.known(viewpoint);
        var found = narrowing.rows(frequencies, ArticleRow.columns(viewpoint, fields), sort);
        var row = ArticleRow.of(reads, viewpoint, fields);
        var rows =
                found.list()
                        .page(
                                reads,
                                found.order(),
                                paging,
                                found.counting(),
                                ArticleRow::weight,
                                row);
        return rows.map(views(rows.data(), names, fields));
    }

    /// What is shown of these revisions, by their ids, as the viewpoint shows them.
    ///
    /// @param names known before the ids were read
    /// @param places where they were found, of those that show it
    Map<UUID, ArticleView> shown(
            List<UUID> revisions,
            Viewpoint viewpoint,
            References.Known names,
            ArticleFields fields,
            Map<UUID, Highlights.Found> places) {
        var list =
                viewpoint
                        .select(ArticleRow.columns(viewpoint, fields))
                        .and(Sql.of("r.id").then(Sql.anyOf(revisions)));
        var rows = reads.all(list.statement(), ArticleRow.of(reads, viewpoint, fields));
        rows.forEach(row -> row.found(places.get(row.revisionId())));
        return rows.stream()
                .collect(Collectors.toMap(ArticleRow::revisionId, views(rows, names, fields)));
    }

    private Map<UUID, Map<String, Object>> texts(List<ArticleRow> rows, ArticleFields fields) {
        return texts.of(fields.texts(), rows.stream().map(ArticleRow::revisionId).toList());
    }

    /// What makes the views of these rows.
    private Function<ArticleRow, ArticleView> views(
            List<ArticleRow> rows, References.Known names, ArticleFields fields) {
        references.complete(names, rows);
        var texts = texts(rows, fields);
        return row -> row.view(names, texts.getOrDefault(row.revisionId(), Map.of()));
    }

    private static List<SortKey> keys(Viewpoint viewpoint) {
        return StoryView.sortKeys(ArticleView.properties(viewpoint), viewpoint);
    }

    static List<SortKey> sortKeys(Viewpoint viewpoint) {
        if (viewpoint.preview() != null) {
            return keys(viewpoint);
        }
        return viewpoint.live() ? SORT_KEYS_OF_LIVE : SORT_KEYS_OF_NEWEST;
    }

    /// The article of this id or slug. A former slug throws what is answered with 308, anything
    /// that the viewpoint does not show is not found.
    public Seen read(String reference, Viewpoint viewpoint, ArticleFields fields) {
        var names = references.known(viewpoint);
        var columns = columns(viewpoint, fields).then(viewpoint.rest());
        var article = ArticleRow.of(reads, viewpoint, fields);
        var texts = fields.texts().values(reads);
        var found =
                viewpoint
                        .select(columns)
                        .named("a", reference)
                        .flatMap(
                                list ->
                                        list.first(
                                                reads,
                                                viewpoint.preferred(),
                                                row ->
                                                        new Whole(
                                                                article.of(row),
                                                                texts.of(row),
                                                                NextTransition.rest(row))))
                        .orElseThrow(() -> stories.moved(reference, viewpoint));
        var beside = neighbours.of(found.row, viewpoint, fields);
        references.complete(names, List.of(found.row));
        return new Seen(found.row, found.row.view(names, found.texts, beside), found.rest);
    }

    private static Sql columns(Viewpoint viewpoint, ArticleFields fields) {
        var columns = ArticleRow.columns(viewpoint, fields);
        var texts = fields.texts();
        return texts.isEmpty() ? columns : columns.then(", ").then(texts.sql());
    }

    /// Asks for what an editor gets of an article with the statements that write it.
    ///
    /// @return to be called when the batch was run
    public Supplier<Seen> ask(Batch batch, UUID id, Viewpoint viewpoint, ArticleFields fields) {
        var names = references.known(viewpoint);
        var named = fields.withNames();
        var article = ArticleRow.of(reads, viewpoint, named);
        var texts = fields.texts().values(reads);
        var found =
                batch.ask(
                        viewpoint.select(columns(viewpoint, named)).and("a.id = ?", id).statement(),
                        row -> {
                            var one = article.of(row);
                            return new Seen(one, one.view(names, texts.of(row)), null);
                        });
        return () -> found.first().orElseThrow();
    }

    /// What is shown of it with the long texts, which were not asked for before.
    public ArticleView whole(Seen seen, ArticleFields fields) {
        var texts = texts(List.of(seen.row), fields).get(seen.row.revisionId());
        return texts == null ? seen.view : seen.row.whole(texts);
    }

    private record Whole(ArticleRow row, Map<String, Object> texts, Duration rest) {}

    /// What a query yielded, and for how long it holds, or null where no end is set.
    public record Seen(ArticleRow row, ArticleView view, Duration rest) {}

    /// What readers find, whoever asks.
    @Override
    public String counts() {
        return "(select c.term_id as id, sum(c.articles) as articles from listed_count c"
                + " where c.month is null and c.at <= now() group by c.term_id)";
    }

    @Override
    public Stream<String> keysOfArticlesUnder(String noun, UUID id) {
        return reads
                .all(under("distinct r.article_id as id", noun, id), row -> Reads.id(row, "id"))
                .stream()
                .map(ArticleKeys::of);
    }

    @Override
    public long articlesUnder(String noun, UUID id) {
        return reads.first(
                        under("count(distinct r.article_id) as articles", noun, id),
                        row -> row.getLong("articles"))
                .orElseThrow();
    }

    private static Sql under(String columns, String noun, UUID id) {
        return Sql.of(
                "select %1$s from revision_%2$s j join revision r on r.id = j.revision_id where j.%2$s_id = ?"
                        .formatted(columns, noun),
                id);
    }
}
