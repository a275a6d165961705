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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    private static final String CHANGED =
            """
            update comment set version = ?, name = ?, email = ?, body = ?, body_html = ?, status = ?, edited_at = ?
            where id = ?
            """;

    private static final String RECOUNTED = "update comment set reply_count = ? where id = ?";

    private final Reads reads;

    Comments(Reads reads) {
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

    static Sql changed(Comment comment) {
        return Sql.of(
                CHANGED,
                comment.version,
                comment.name,
                comment.email,
                comment.body,
                comment.bodyHtml,
                comment.status,
                comment.editedAt,
                comment.id);
    }

    static Sql recounted(Comment comment) {
        return Sql.of(RECOUNTED, comment.replyCount, comment.id);
    }

    /// All of a row of the table.
    static Comment of(ResultSet row) throws SQLException {
        var comment = new Comment();
        comment.id = Reads.id(row, "id");
        comment.version = row.getInt("version");
        comment.articleId = Reads.id(row, "article_id");
        comment.parentId = Reads.id(row, "parent_id");
        comment.depth = row.getInt("depth");
        comment.name = row.getString("name");
        comment.email = row.getString("email");
        comment.body = row.getString("body");
        comment.bodyHtml = row.getString("body_html");
        comment.status = CommentStatus.valueOf(row.getString("status"));
        comment.replyCount = row.getInt("reply_count");
        comment.accountId = Reads.id(row, "account_id");
        comment.createdAt = Reads.instant(row, "created_at");
        comment.editedAt = Reads.instant(row, "edited_at");
        return comment;
    }
}
