package dev.byline.article;

import dev.byline.http.Uuids;
import dev.byline.list.FreeSlug;
import dev.byline.list.Listing;
import dev.byline.reading.Articles;
import dev.byline.revision.Article;
import dev.byline.revision.Revision;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Articles and revisions as entities, for the commands, which [#lock] first.
@Singleton
class ArticleEntities {
    /// What stands beside the articles in the API, and so is no article's slug.
    static final String ADDRESS = "archive";

    /// Also of an address that leads to an article yet: only who names it may take that. What is in
    /// the trash has none.
    private static final String TAKEN =
            """
            (%%1$s = '%s'
                or exists (select from article a where a.slug = %%1$s and a.trashed_at is null)
                or exists (select from former_slug f join article a on a.id = f.article_id
                    where f.slug = %%1$s and a.trashed_at is null))"""
                    .formatted(ADDRESS);

    private final Session session;
    private final Reads reads;
    private final Articles articles;

    ArticleEntities(Session session, Reads reads, Articles articles) {
        this.session = session;
        this.reads = reads;
        this.articles = articles;
    }

    /// The article, locked until the transaction ends: whoever else would change it waits. A slug
    /// is that of the article outside of the trash, where there is one.
    Article lock(String reference) {
        Listing.checkForm(reference);
        var found =
                Uuids.parse(reference)
                        .map(id -> locked("a.id = :reference", id))
                        .orElseGet(() -> locked("a.slug = :reference", reference));
        return found.orElseThrow(() -> articles.moved(reference, Viewpoint.EDITOR));
    }

    Optional<Article> lockById(UUID id) {
        return locked("a.id = :reference", id);
    }

    private Optional<Article> locked(String condition, Object reference) {
        return session.createSelectionQuery(
                        "from Article a where %s order by a.trashedAt desc nulls first"
                                .formatted(condition),
                        Article.class)
                .setParameter("reference", reference)
                .setMaxResults(1)
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

    /// A slug for a new article.
    String freeSlug(String title) {
        return FreeSlug.of(reads, title, "article", TAKEN);
    }

    /// Its own slug, or where another article has that by now one like it.
    String slugOutOfTrash(Article article) {
        return isBorne(article.slug)
                ? FreeSlug.near(reads, article.slug, "article", TAKEN)
                : article.slug;
    }

    private boolean isBorne(String slug) {
        return reads.first(
                        Sql.of("select 1 from article where slug = ? and trashed_at is null", slug),
                        _ -> true)
                .isPresent();
    }

    void flush() {
        session.flush();
    }

    /// The article of this id or slug, for editors also what is not published.
    Article visible(String reference) {
        return session.find(Article.class, articles.visibleId(reference, true));
    }
}
