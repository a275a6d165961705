package dev.byline.comment;

import dev.byline.answer.Idempotency;
import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.reading.LiveArticles;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Does something to a comment and settles the counts that depend on it: the article's approved
/// comments, and up the thread the replies that readers can see.
@Singleton
class CommentCommands {
    private final Comments comments;
    private final LiveArticles articles;
    private final ChangeLog changes;
    private final Writes writes;
    private final Idempotency idempotency;

    CommentCommands(
            Comments comments,
            LiveArticles articles,
            ChangeLog changes,
            Writes writes,
            Idempotency idempotency) {
        this.comments = comments;
        this.articles = articles;
        this.changes = changes;
        this.writes = writes;
        this.idempotency = idempotency;
    }

    /// Adds a guest's that is no reply. As long as it is held nothing else changes with it, so it
    /// is one statement without a lock. Of other writes it waits for a renaming alone.
    ///
    /// @param live the statement that yields the article
    /// @return the article as it was; where it takes no comments, nothing was added
    Optional<LiveArticles.Live> hold(Comment comment, Sql live) {
        var change = changes.row(Change.of(CommentAct.POSTED, comment.id));
        return writes.first(Comments.row(comment, live, change), LiveArticles.Live::of);
    }

    /// Adds one to an article that is locked, and that readers get.
    void add(Comment comment) {
        tellParent(comment, false);
        var after = PublicComment.of(comment);
        var outdated =
                after.equals(PublicComment.NOTHING)
                        ? Invalidation.NOTHING
                        : PublicComment.NOTHING.outdatedBy(after, comment, thread(comment));
        var row = Comments.row(comment);
        changes.record(
                Change.of(CommentAct.POSTED, comment.id),
                outdated,
                comment.isApproved()
                        ? new Sql[] {row, LiveArticles.counted(comment.articleId, 1)}
                        : new Sql[] {row});
    }

    void change(Comment comment, CommentAct act, Consumer<Comment> command) {
        var seen = PublicComment.of(comment);
        var before = comment.version;
        command.accept(comment);
        settle(comment, seen);
        comments.flush();
        if (comment.status == CommentStatus.DELETED) {
            idempotency.amend(
                    Addresses.of("comments", comment.id), comment.version, CommentView::erase);
        }
        if (comment.version != before) {
            changes.record(Change.of(act, comment.id), outdated(comment, seen));
        }
    }

    private void settle(Comment comment, PublicComment before) {
        if (comment.isApproved() != before.isApproved()) {
            writes.run(LiveArticles.counted(comment.articleId, comment.isApproved() ? 1 : -1));
        }
        tellParent(comment, before.isVisible());
    }

    /// Held comments outdate nothing, nor does what is under an article that readers do not see.
    private Invalidation outdated(Comment comment, PublicComment before) {
        var after = PublicComment.of(comment);
        return after.equals(before) || !articles.isLive(comment.articleId)
                ? Invalidation.NOTHING
                : before.outdatedBy(after, comment, thread(comment));
    }

    /// The comments that it replies to, up the thread.
    private List<UUID> thread(Comment comment) {
        return Stream.iterate(
                        comment.parentId,
                        id -> id != null,
                        id -> comments.find(id).orElseThrow().parentId)
                .toList();
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
