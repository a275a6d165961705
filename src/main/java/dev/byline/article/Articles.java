package dev.byline.article;

import dev.byline.author.Author;
import dev.byline.http.MovedException;
import dev.byline.http.ProblemType;
import dev.byline.query.Horizon;
import dev.byline.query.Ids;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Reads;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import dev.byline.query.Sql;
import dev.byline.query.Writes;
import dev.byline.term.Term;
import dev.byline.term.TermUsage;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
public class Articles implements TermUsage {
    /// What stands beside the articles in the API, and so is no article's slug.
    static final String ADDRESS = "archive";

    private static final String BORE_IT =
            "a.id in (select f.article_id from former_slug f where f.slug = ?)";
    private static final String LAST_TO_BEAR_IT =
            " order by (select f.retired_at from former_slug f where f.slug = ? and f.article_id = a.id) desc";
    private static final SortKey PUBLISHED_AT = SortKey.instant("publishedAt", "a.published_at");
    private static final SortKey EVER_PUBLISHED_AT =
            SortKey.instant(
                    "publishedAt", "coalesce(a.published_at, timestamptz '9999-12-31 00:00:00Z')");

    private final Session session;
    private final Reads reads;
    private final Writes writes;
    private final References references;
    private final Neighbours neighbours;

    Articles(
            Session session,
            Reads reads,
            Writes writes,
            References references,
            Neighbours neighbours) {
        this.session = session;
        this.reads = reads;
        this.writes = writes;
        this.references = references;
        this.neighbours = neighbours;
    }

    /// One statement where names are known, and no long texts or total are asked for; five at most.
    Slice<ArticleView> page(
            Viewpoint viewpoint,
            ArticleFields fields,
            Consumer<Listing> narrow,
            String sort,
            Paging paging) {
        var names = references.known(viewpoint);
        var list = viewpoint.select(ArticleRow.columns(viewpoint, fields));
        narrow.accept(list);
        var order = Order.of(sort, "-publishedAt", sortKeys(viewpoint), "a.id");
        var row = ArticleRow.of(reads, fields);
        var rows = list.page(reads, order, paging, ArticleRow::weight, row);
        var views = views(rows.data(), names, fields);
        return rows.map(one -> views.get(one.revisionId()));
    }

    /// What is shown of these revisions, by their ids, as the viewpoint shows them.
    ///
    /// @param names known before the ids were read
    Map<UUID, ArticleView> shown(
            List<UUID> revisions,
            Viewpoint viewpoint,
            References.Known names,
            ArticleFields fields) {
        var list =
                viewpoint
                        .select(ArticleRow.columns(viewpoint, fields))
                        .and("r.id = any (?)", (Object) revisions.toArray(UUID[]::new));
        var rows = reads.all(list.statement(), ArticleRow.of(reads, fields));
        return views(rows, names, fields);
    }

    private Map<UUID, ArticleView> views(
            List<ArticleRow> rows, References.Known names, ArticleFields fields) {
        references.complete(names, rows);
        var bodies = bodies(rows, fields);
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                ArticleRow::revisionId,
                                one ->
                                        ArticleView.of(
                                                one,
                                                names,
                                                bodies.getOrDefault(one.revisionId(), Bodies.NONE),
                                                Beside.NONE)));
    }

    static List<SortKey> sortKeys(Viewpoint viewpoint) {
        var keys = new ArrayList<SortKey>();
        keys.add(viewpoint.live() ? PUBLISHED_AT : EVER_PUBLISHED_AT);
        keys.add(SortKey.text("title", "r.title"));
        keys.add(SortKey.number("commentCount", "a.comment_count"));
        if (viewpoint.live()) {
            keys.add(SortKey.instant("updatedAt", "r.live_from"));
        }
        if (viewpoint.mayEdit()) {
            keys.add(SortKey.instant("createdAt", "a.created_at"));
            keys.add(SortKey.instant("savedAt", "r.saved_at"));
        }
        return keys;
    }

    /// A revision's texts never change, so they need not be of the rows' snapshot.
    private Map<UUID, Bodies> bodies(List<ArticleRow> rows, ArticleFields fields) {
        if (!fields.hasBodies() || rows.isEmpty()) {
            return Map.of();
        }
        var ids = rows.stream().map(ArticleRow::revisionId).toArray(UUID[]::new);
        var texts =
                Sql.of("select r.id, " + fields.bodies() + " from revision r")
                        .then(" where r.id = any (?)", (Object) ids);
        return reads.all(texts, row -> Map.entry(Reads.id(row, "id"), Bodies.of(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The article of this id or slug. A former slug throws what is answered with 308, anything
    /// that the viewpoint does not show is not found.
    Seen read(String reference, Viewpoint viewpoint, ArticleFields fields) {
        var names = references.known(viewpoint);
        var columns =
                ArticleRow.columns(viewpoint, fields)
                        .then(", " + fields.bodies())
                        .then(viewpoint.rest());
        var article = ArticleRow.of(reads, fields);
        var found =
                viewpoint
                        .select(columns)
                        .named("a", reference)
                        .flatMap(
                                list ->
                                        list.single(
                                                reads,
                                                row ->
                                                        new Whole(
                                                                article.of(row),
                                                                Bodies.of(row),
                                                                Horizon.rest(row))))
                        .orElseThrow(() -> moved(reference, viewpoint));
        var beside = neighbours.of(found.row, viewpoint, fields);
        references.complete(names, List.of(found.row));
        return new Seen(found.row, names, found.bodies, beside, found.rest);
    }

    /// What is shown of it with the long texts, which were not asked for before.
    ArticleView whole(Seen seen, ArticleFields fields) {
        var texts = bodies(List.of(seen.row), fields).get(seen.row.revisionId());
        return ArticleView.of(
                seen.row, seen.names, texts == null ? Bodies.NONE : texts, seen.beside);
    }

    private record Whole(ArticleRow row, Bodies bodies, Duration rest) {}

    /// What a query yielded, and for how long it holds, or null where no end is set.
    record Seen(
            ArticleRow row, References.Known names, Bodies bodies, Beside beside, Duration rest) {
        ArticleView view() {
            return ArticleView.of(row, names, bodies, beside);
        }
    }

    private RuntimeException moved(String reference, Viewpoint viewpoint) {
        return viewpoint
                .select(Sql.of("a.slug"))
                .and(BORE_IT, reference)
                .first(reads, Sql.of(LAST_TO_BEAR_IT, reference), row -> row.getString("slug"))
                .<RuntimeException>map(slug -> new MovedException(reference, slug))
                .orElseGet(Articles::notFound);
    }

    static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("There is no article of this id or slug.");
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
        return ADDRESS.equals(slug) || isBorne(slug);
    }

    private boolean isBorne(String slug) {
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

    /// The live article of this id or slug, for a comment on it; not found where readers cannot
    /// see it. It is locked first and looked at then, so that what the lock was waited for is seen.
    public Live lockLive(String reference) {
        return Listing.of("a.id", "article a")
                .and("a.published_at is not null")
                .named("a", reference)
                .flatMap(article -> lookLocked(article.statement(), reference))
                .orElseThrow(() -> moved(reference, Viewpoint.READER));
    }

    private Optional<Live> lookLocked(Sql article, String reference) {
        return live(reference)
                .flatMap(live -> reads.second(article.then(" for no key update"), live, Live::of));
    }

    /// The statement that yields it as [Live#of] reads it; empty for what is no reference.
    private static Optional<Sql> live(String reference) {
        return Viewpoint.byTheClock(Sql.of("a.id, a.comments_open, clock_timestamp() as now"))
                .named("a", reference)
                .map(Listing::statement);
    }

    /// The live article of this id or slug, for a statement that does something there and needs no
    /// lock; not found where readers cannot see it.
    ///
    /// @param work is given the statement that yields it, and yields what that does
    public Live whereLive(String reference, Function<Sql, Optional<Live>> work) {
        return live(reference).flatMap(work).orElseThrow(() -> moved(reference, Viewpoint.READER));
    }

    /// As it is when the statement is run, which is after the lock was had.
    ///
    /// @param now by the database's clock
    public record Live(UUID id, boolean commentsOpen, Instant now) {
        public static Live of(ResultSet row) throws SQLException {
            return new Live(
                    Reads.id(row, "id"),
                    row.getBoolean("comments_open"),
                    Reads.instant(row, "now"));
        }
    }

    /// The article of this id or slug, for editors also what is not published.
    Article visible(String reference) {
        return session.find(Article.class, visibleId(reference, true));
    }

    /// The id of the live article of this id or slug, or for editors also of what is not published.
    public UUID visibleId(String reference, boolean mayEdit) {
        var viewpoint = mayEdit ? Viewpoint.EDITOR : Viewpoint.READER;
        return viewpoint
                .select(Sql.of("a.id"))
                .named("a", reference)
                .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")))
                .orElseThrow(() -> moved(reference, viewpoint));
    }

    /// SQL for whether readers get the article of an id.
    public static String isLive(String id) {
        return """
        exists (select 1 from article a join revision r on r.article_id = a.id
            where a.id = %s and a.trashed_at is null and %s)"""
                .formatted(id, Viewpoint.liveNow("r"));
    }

    /// Whether readers get it: not when the transaction began, but now.
    public boolean isLive(UUID id) {
        return Viewpoint.byTheClock(Sql.of("a.id"))
                .and("a.id = ?", id)
                .single(reads, row -> Reads.id(row, "id"))
                .isPresent();
    }

    /// Commands of comments tell how many more, or fewer, are approved.
    public void countComments(UUID article, int more) {
        writes.run(
                Sql.of(
                        "update article set comment_count = comment_count + ? where id = ?",
                        more,
                        article));
    }

    /// What readers find, whoever asks.
    @Override
    public String counts(String noun) {
        return """
               (select j.%1$s_id as id, count(*) as articles from revision_%1$s j
               join revision r on r.id = j.revision_id join article a on a.id = r.article_id
               where %2$s and a.trashed_at is null group by j.%1$s_id)"""
                .formatted(noun, Viewpoint.liveNow("r"));
    }

    @Override
    public long articlesUnder(Term<?> term) {
        var relation = term instanceof Author ? "authors" : "tags";
        return session.createSelectionQuery(
                        "select count(distinct r.article.id) from Revision r where :term member of r."
                                + relation,
                        Long.class)
                .setParameter("term", term)
                .getSingleResult();
    }
}
