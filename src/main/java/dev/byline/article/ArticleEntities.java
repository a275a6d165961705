package dev.byline.article;

import dev.byline.query.Ids;
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

    private final Session session;
    private final Articles articles;

    ArticleEntities(Session session, Articles articles) {
        this.session = session;
        this.articles = articles;
    }

    /// The article, locked until the transaction ends: whoever else would change it waits.
    Article lock(String reference) {
        var found =
                Ids.parse(reference)
                        .map(id -> locked("a.id = :reference", id))
                        .orElseGet(() -> locked("a.slug = :reference", reference));
        return found.orElseThrow(() -> articles.moved(reference, Viewpoint.EDITOR));
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

    /// The article of this id or slug, for editors also what is not published.
    Article visible(String reference) {
        return session.find(Article.class, articles.visibleId(reference, true));
    }
}
