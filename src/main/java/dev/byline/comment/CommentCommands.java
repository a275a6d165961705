package dev.byline.comment;

import dev.byline.article.Article;
import dev.byline.article.Articles;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.Idempotency;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/// Does something to a comment and settles the counts that depend on it: the article's approved
/// comments, and up the thread the replies that readers can see.
@Singleton
class CommentCommands {
    private final Comments comments;
    private final Articles articles;
    private final ChangeLog changes;
    private final Idempotency idempotency;

    CommentCommands(
            Comments comments, Articles articles, ChangeLog changes, Idempotency idempotency) {
        this.comments = comments;
        this.articles = articles;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    void add(Comment comment, Article article) {
        comment.persistAndFlush();
        settle(comment, article, false, false);
        changes.record(Change.of("comment.posted", comment.id));
        comments.flush();
    }

    void change(Comment comment, String act, Consumer<Comment> command) {
        var wasApproved = comment.isApproved();
        var wasVisible = comment.isVisible();
        var before = comment.version;
        command.accept(comment);
        settle(comment, comments.articleOf(comment), wasApproved, wasVisible);
        comments.flush();
        if (comment.status == CommentStatus.DELETED) {
            idempotency.forget(Addresses.of("comments", comment.id));
        }
        if (comment.version != before) {
            changes.record(Change.of(act, comment.id));
        }
    }

    private void settle(Comment comment, Article article, boolean wasApproved, boolean wasVisible) {
        if (comment.isApproved() != wasApproved) {
            articles.countComments(article, comment.isApproved() ? 1 : -1);
        }
        tellParent(comment, wasVisible);
    }

    private void tellParent(Comment comment, boolean wasVisible) {
        if (comment.parentId == null || comment.isVisible() == wasVisible) {
            return;
        }
        var parent = comments.find(comment.parentId).orElseThrow();
        var parentWasVisible = parent.isVisible();
        parent.replyCount += comment.isVisible() ? 1 : -1;
        tellParent(parent, parentWasVisible);
    }
}
