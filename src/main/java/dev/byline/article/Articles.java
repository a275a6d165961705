package dev.byline.article;

import dev.byline.author.Author;
import dev.byline.author.AuthorUsage;
import dev.byline.author.AuthorView;
import dev.byline.http.MovedException;
import dev.byline.http.ProblemType;
import dev.byline.query.Ids;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import dev.byline.tag.Tag;
import dev.byline.tag.TagUsage;
import dev.byline.tag.TagView;
import dev.byline.text.Slugs;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// Every query about articles. What a caller gets to see is the [Viewpoint]'s business, in each
/// of them.
@Singleton
public class Articles implements AuthorUsage, TagUsage {
    private static final String LAST_TO_BEAR_IT =
            " order by (select f.retiredAt from FormerSlug f where f.slug = :former and f.articleId = a.id) desc";
    private static final List<SortKey> EVERYONES_KEYS =
            List.of(
                    SortKey.instant(
                            "publishedAt",
                            "coalesce(a.publishedAt, datetime 9999-12-31 00:00:00Z)"),
                    SortKey.text("title", "r.title"),
                    SortKey.number("commentCount", "a.commentCount"));

    private final Session session;

    Articles(Session session) {
        this.session = session;
    }

    Slice<ArticleView> page(
            Viewpoint viewpoint,
            ArticleFields fields,
            Consumer<Listing> narrow,
            String sort,
            Paging paging) {
        var weight = ", " + fields.weight() + " as weight";
        var list = viewpoint.select(ArticleRow.columns(viewpoint) + weight);
        narrow.accept(list);
        var order = Order.of(sort, "-publishedAt", sortKeys(viewpoint), "a.id");
        var rows = list.page(session, order, paging, Articles::weight, ArticleRow::of);
        var views = views(rows.data(), fields);
        return new Slice<>(views, rows.page());
    }

    private static long weight(Tuple row) {
        return row.get("weight", Number.class).longValue();
    }

    private static List<SortKey> sortKeys(Viewpoint viewpoint) {
        var keys = new ArrayList<>(EVERYONES_KEYS);
        if (viewpoint.live()) {
            keys.add(SortKey.instant("updatedAt", "r.liveFrom"));
        }
        if (viewpoint.mayEdit()) {
            keys.add(SortKey.instant("createdAt", "a.createdAt"));
            keys.add(SortKey.instant("savedAt", "r.savedAt"));
        }
        return keys;
    }

    /// The article of this id or slug. A former slug throws what is answered with 308, anything
    /// that the viewpoint does not show is not found.
    Seen read(String reference, Viewpoint viewpoint, ArticleFields fields) {
        return one(reference, viewpoint, fields).orElseThrow(() -> moved(reference, viewpoint));
    }

    private Optional<Seen> one(String reference, Viewpoint viewpoint, ArticleFields fields) {
        var list = viewpoint.select(ArticleRow.columns(viewpoint));
        var id = Ids.parse(reference);
        if (id.isPresent()) {
            list.and("a.id = :id", "id", id.get());
        } else if (Slugs.isValid(reference)) {
            list.and("a.slug = :slug", "slug", reference);
        } else {
            return Optional.empty();
        }
        return list.single(session, ArticleRow::of)
                .map(row -> new Seen(row, views(List.of(row), fields).getFirst()));
    }

    /// What a query yielded, and what is shown of it.
    record Seen(ArticleRow row, ArticleView view) {}

    private RuntimeException moved(String reference, Viewpoint viewpoint) {
        return viewpoint
                .select("a.slug as slug")
                .and(
                        "a.id in (select f.articleId from FormerSlug f where f.slug = :former)",
                        "former",
                        reference)
                .first(session, LAST_TO_BEAR_IT, row -> row.get("slug", String.class))
                .<RuntimeException>map(slug -> new MovedException(reference, slug))
                .orElseGet(Articles::notFound);
    }

    static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("There is no article of this id or slug.");
    }

    /// Long texts, authors and tags of all rows, in one statement each.
    private List<ArticleView> views(List<ArticleRow> rows, ArticleFields fields) {
        var ids = rows.stream().map(ArticleRow::revisionId).toList();
        var bodies = fields.hasBodies() ? bodies(ids, fields) : Map.<UUID, Bodies>of();
        Map<UUID, List<Object>> authors =
                fields.shown().has("authors")
                        ? related(
                                ids,
                                "authors",
                                Author.class,
                                show(fields, "authors", AuthorView::of, Reference::to))
                        : Map.of();
        Map<UUID, List<Object>> tags =
                fields.shown().has("tags")
                        ? related(
                                ids,
                                "tags",
                                Tag.class,
                                show(fields, "tags", TagView::of, Reference::to))
                        : Map.of();
        return rows.stream()
                .map(
                        row ->
                                ArticleView.of(
                                        row,
                                        bodies.getOrDefault(row.revisionId(), Bodies.NONE),
                                        authors.getOrDefault(row.revisionId(), List.of()),
                                        tags.getOrDefault(row.revisionId(), List.of())))
                .toList();
    }

    private Map<UUID, Bodies> bodies(List<UUID> revisions, ArticleFields fields) {
        return session.createSelectionQuery(
                        "select r.id, " + fields.bodies() + " from Revision r where r.id in :ids",
                        Object[].class)
                .setParameter("ids", revisions)
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                row -> (UUID) row[0],
                                row ->
                                        new Bodies(
                                                (String) row[1],
                                                (String) row[2],
                                                (String) row[3])));
    }

    private static <T> Function<T, Object> show(
            ArticleFields fields,
            String name,
            Function<T, Object> whole,
            Function<T, Object> reference) {
        return fields.included().contains(name) ? whole : reference;
    }

    private <T> Map<UUID, List<Object>> related(
            List<UUID> revisions, String relation, Class<T> type, Function<T, Object> show) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        return session.createSelectionQuery(
                        "select r.id, x from Revision r join r.%s x where r.id in :ids order by r.id, index(x)"
                                .formatted(relation),
                        Object[].class)
                .setParameter("ids", revisions)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(
                                        row -> show.apply(type.cast(row[1])),
                                        Collectors.toList())));
    }

    /// The article, locked until the transaction ends: whoever else would change it waits.
    Article lock(String reference) {
        var found =
                Ids.parse(reference)
                        .map(id -> locked("a.id = :reference", id))
                        .orElseGet(() -> locked("a.slug = :reference", reference));
        return found.orElseThrow(() -> moved(reference, Viewpoint.EDITOR));
    }

    Optional<Article> lockById(UUID id) {
        return locked("a.id = :reference", id);
    }

    private Optional<Article> locked(String condition, Object reference) {
        return session.createSelectionQuery("from Article a where " + condition, Article.class)
                .setParameter("reference", reference)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /// The revisions that the timeline is about, and the newest.
    List<Revision> timeline(Article article) {
        return session.createSelectionQuery(
                        """
                        from Revision r where r.article = :article
                        and (r.liveFrom is not null or r.number = :newest) order by r.number
                        """,
                        Revision.class)
                .setParameter("article", article)
                .setParameter("newest", article.newestRevision)
                .getResultList();
    }

    Optional<Revision> revision(Article article, int number) {
        return session.createSelectionQuery(
                        "from Revision r where r.article = :article and r.number = :number",
                        Revision.class)
                .setParameter("article", article)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /// Also of an address that leads to an article yet: only who names it may take that.
    boolean isTaken(String slug) {
        return session.createSelectionQuery(
                                """
                                select count(*) from Article a where a.slug = :slug or exists
                                (select 1 from FormerSlug f where f.slug = :slug)
                                """,
                                Long.class)
                        .setParameter("slug", slug)
                        .getSingleResult()
                > 0;
    }

    boolean wasBorne(String slug, Article article) {
        return session.find(FormerSlug.class, new FormerSlug.Key(slug, article.id)) != null;
    }

    void flush() {
        session.flush();
    }

    /// The live article of this id or slug, for what hangs on it; not found where readers
    /// cannot see it.
    public Article live(String reference) {
        return visible(reference, false);
    }

    /// As [#live], but for editors also what is not published.
    public Article visible(String reference, boolean mayEdit) {
        var viewpoint = mayEdit ? Viewpoint.EDITOR : Viewpoint.READER;
        var condition =
                Ids.parse(reference).isPresent() ? "a.id = :reference" : "a.slug = :reference";
        Object value = Ids.parse(reference).<Object>map(id -> id).orElse(reference);
        return viewpoint
                .select("a as article")
                .and(condition, "reference", value)
                .single(session, row -> row.get("article", Article.class))
                .orElseThrow(() -> moved(reference, viewpoint));
    }

    /// Commands of comments tell how many more, or fewer, are approved.
    public void countComments(Article article, int more) {
        session.createNativeMutationQuery(
                        "update article set comment_count = comment_count + :more where id = :id")
                .setParameter("more", more)
                .setParameter("id", article.id)
                .executeUpdate();
    }

    @Override
    public long articlesBy(Author author) {
        return count("authors", author);
    }

    @Override
    public long articlesWith(Tag tag) {
        return count("tags", tag);
    }

    private long count(String relation, Object value) {
        return session.createSelectionQuery(
                        "select count(distinct r.article.id) from Revision r where :value member of r."
                                + relation,
                        Long.class)
                .setParameter("value", value)
                .getSingleResult();
    }
}
