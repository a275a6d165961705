package dev.byline.comment;

import dev.byline.article.Article;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Slice;
import dev.byline.query.SortKey;
import dev.byline.security.Caller;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Every query about comments. Readers see what is approved, and what must stay in its place
/// for the sake of replies, on articles that are live; moderators see all.
@Singleton
class Comments {
    private static final List<SortKey> SORT_KEYS =
            List.of(SortKey.instant("createdAt", "c.createdAt"));
    private static final String READERS =
            """
            (c.status = APPROVED or c.replyCount > 0) and exists (
                select 1 from Article a join Revision r on r.article = a
                where a.id = c.articleId and a.trashedAt is null
                and r.liveFrom <= instant and (r.liveUntil is null or r.liveUntil > instant))
            """;

    private final Session session;

    Comments(Session session) {
        this.session = session;
    }

    Slice<Comment> page(
            Caller caller, CommentFilter filter, Article article, String sort, Paging paging) {
        var list = list(caller);
        filter.narrow(list, caller);
        if (article != null) {
            list.and("c.articleId = :article", "article", article.id());
        }
        var order = Order.of(sort, article == null ? "-createdAt" : "createdAt", SORT_KEYS, "c.id");
        return list.page(session, order, paging, row -> row.get("comment", Comment.class));
    }

    Optional<Comment> byId(UUID id, Caller caller) {
        return list(caller)
                .and("c.id = :id", "id", id)
                .single(session, row -> row.get("comment", Comment.class));
    }

    private static Listing list(Caller caller) {
        var list = Listing.of("c as comment", "Comment c");
        return caller.mayModerate() ? list : list.and(READERS);
    }

    Optional<Comment> find(UUID id) {
        return Optional.ofNullable(session.find(Comment.class, id));
    }

    /// The row of the article is locked, so that whatever changes the counts of its comments
    /// waits its turn.
    void lockArticleOf(UUID comment) {
        session.createNativeQuery(
                        "select a.id from article a join comment c on c.article_id = a.id where c.id = :id for update of a",
                        UUID.class)
                .setParameter("id", comment)
                .getResultList();
    }

    /// Read anew with the lock: what was read before may have been edited while this waited.
    void lock(Article article) {
        session.refresh(article, LockModeType.PESSIMISTIC_WRITE);
    }

    void flush() {
        session.flush();
    }

    Article articleOf(Comment comment) {
        return session.getReference(Article.class, comment.articleId);
    }
}
