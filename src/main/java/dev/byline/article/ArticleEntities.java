package dev.byline.article;

import dev.byline.reading.Articles;
import dev.byline.revision.Article;
import dev.byline.revision.Revision;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Articles and revisions as entities, for what only reads them whole: the history and the
/// timeline. What changes them holds them, see [HeldArticles].
@Singleton
class ArticleEntities {
    private final Session session;
    private final Articles articles;

    ArticleEntities(Session session, Articles articles) {
        this.session = session;
        this.articles = articles;
    }

    /// The article of this id or slug, for editors also what is not published.
    Article visible(String reference) {
        return session.find(Article.class, articles.visibleId(reference, true));
    }

    /// The revisions that the timeline is about.
    List<Revision> timeline(Article article) {
        return session.createSelectionQuery(
                        "from Revision r where r.article = :article and r.liveFrom is not null",
                        Revision.class)
                .setParameter("article", article)
                .getResultList();
    }

    Optional<Revision> revision(UUID article, int number) {
        return session.createSelectionQuery(
                        "from Revision r where r.article.id = :article and r.number = :number",
                        Revision.class)
                .setParameter("article", article)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }
}
