package dev.byline.comment;

import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.Slice;
import dev.byline.list.SortKey;
import dev.byline.property.Selection;
import dev.byline.reading.LiveArticles;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// Every query about comments. Readers see what is approved, and what must stay in its place
/// for the sake of replies, on articles that are live; moderators see all.
@Singleton
class Comments {
    static final List<SortKey> SORT_KEYS = CommentView.PROPERTIES.sortKeys();
    private static final String READERS =
            "("
                    + CommentView.IS_APPROVED
                    + " or c.reply_count > 0) and "
                    + LiveArticles.isLive("c.article_id");

    private static final String ROW =
            """
            insert into comment (id, version, parent_id, depth, name, email, body, body_html, status,
                account_id, article_id, created_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            """;

    private final Session session;
    private final Reads reads;

    Comments(Session session, Reads reads) {
        this.session = session;
        this.reads = reads;
    }

    /// @param article the id of the article whose comments are asked for, or null for all
    Slice<CommentView> page(
            Caller caller, CommentFilter filter, UUID article, String sort, Paging paging) {
        var comments = selection(caller);
        var list = list(comments.sql(), caller);
        filter.narrow(list, caller);
        if (article != null) {
            list.and("c.article_id = ?", article);
        }
        var order = Order.of(sort, article == null ? "-createdAt" : "createdAt", SORT_KEYS, "c.id");
        return list.page(reads, order, paging, comments.row(reads));
    }

    private static Selection<CommentView> selection(Caller caller) {
        return CommentView.properties(caller.mayModerate()).select(Audience.of(caller));
    }

    /// What the caller sees of one, and its version.
    Optional<Seen> seen(UUID id, Caller caller) {
        var comments = selection(caller);
        var comment = comments.row(reads);
        return list(comments.sql().then(", c.version"), caller)
                .and("c.id = ?", id)
                .single(reads, row -> new Seen(comment.of(row), row.getInt("version")));
    }

    /// What is shown, and of which version.
    record Seen(CommentView view, int version) {}

    /// The entity, where the caller sees it.
    Optional<Comment> byId(UUID id, Caller caller) {
        return list(Sql.of("c.id"), caller)
                .and("c.id = ?", id)
                .single(reads, row -> Reads.id(row, "id"))
                .flatMap(this::find);
    }

    /// The row of a new one, of which nothing is asked before it is read again.
    static Sql row(Comment comment) {
        return wordsOf(comment).then(", ?, ?", comment.articleId, comment.createdAt);
    }

    /// One statement that writes the row and the change where the article takes comments, and
    /// yields the article.
    ///
    /// @param live the statement that yields the article
    static Sql row(Comment comment, Sql live, Sql change) {
        return Sql.of("with live as (")
                .then(live)
                .then("), posted as (")
                .then(wordsOf(comment))
                .then(", id, now from live where comments_open returning id), logged as (")
                .then(change)
                .then(" from posted) select id, comments_open, now from live");
    }

    private static Sql wordsOf(Comment comment) {
        return Sql.of(
                ROW,
                comment.id,
                comment.version,
                comment.parentId,
                comment.depth,
                comment.name,
                comment.email,
                comment.body,
                comment.bodyHtml,
                comment.status,
                comment.accountId);
    }

    static Listing list(Sql columns, Caller caller) {
        var list = Listing.of(columns, Sql.of("comment c"));
        return caller.mayModerate() ? list : list.and(READERS);
    }

    Optional<Comment> find(UUID id) {
        return Optional.ofNullable(session.find(Comment.class, id));
    }

    /// The row of the article is locked, so that whatever changes the counts of its comments
    /// waits its turn.
    void lockArticleOf(UUID comment) {
        session.createNativeQuery(
                        "select a.id from article a join comment c on c.article_id = a.id where c.id = :id for no key update of a",
                        UUID.class)
                .setParameter("id", comment)
                .getResultList();
    }

    void flush() {
        session.flush();
    }
}
