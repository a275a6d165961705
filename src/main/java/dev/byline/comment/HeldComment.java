package dev.byline.comment;

import static dev.byline.http.ProblemType.DELETED;

import dev.byline.sql.Moment;
import java.util.ArrayList;
import java.util.List;

/// A comment as a command holds it: under the lock of its article, with those that it replies to
/// and the instant of the command. Its methods change it in memory alone; [HeldComments#settle]
/// writes the [CommentDifference].
final class HeldComment {
    final Comment comment;
    final Moment moment;

    /// Those that it replies to, up the thread, the nearest first.
    final List<Comment> thread;

    private final boolean isUnderLive;
    private final CommentChange before;
    private final PublicComment seen;
    private final List<Comment> recounted = new ArrayList<>();

    private HeldComment(
            Comment comment,
            List<Comment> thread,
            boolean isUnderLive,
            Moment moment,
            CommentChange before,
            PublicComment seen) {
        this.comment = comment;
        this.thread = thread;
        this.isUnderLive = isUnderLive;
        this.moment = moment;
        this.before = before;
        this.seen = seen;
    }

    /// @param isUnderLive whether readers get its article
    static HeldComment of(
            Comment comment, List<Comment> thread, boolean isUnderLive, Moment moment) {
        return new HeldComment(
                comment,
                thread,
                isUnderLive,
                moment,
                CommentChange.of(comment),
                PublicComment.of(comment));
    }

    /// A new one, on an article that readers get.
    static HeldComment posted(Comment comment, List<Comment> thread, Moment moment) {
        var held = new HeldComment(comment, thread, true, moment, null, PublicComment.NOTHING);
        held.recount();
        return held;
    }

    void mustHaveWords() {
        if (comment.status == CommentStatus.DELETED) {
            throw DELETED.because("The comment was deleted; its words are gone.");
        }
    }

    void change(CommentChange change) {
        comment.change(change, moment.now());
        recount();
    }

    void erase() {
        comment.erase();
        recount();
    }

    /// Tells those up the thread whether there is one more reply, or one fewer, that readers see.
    private void recount() {
        var was = seen.isVisible();
        var is = comment.isVisible();
        for (var parent : thread) {
            if (is == was) {
                return;
            }
            var wasParent = parent.isVisible();
            parent.replyCount += is ? 1 : -1;
            recounted.add(parent);
            was = wasParent;
            is = parent.isVisible();
        }
    }

    /// Those up the thread that have another number of replies now.
    List<Comment> recounted() {
        return recounted;
    }

    boolean isUnderLive() {
        return isUnderLive;
    }

    /// What was done to it since it is held.
    CommentDifference difference() {
        return new CommentDifference(
                this, before, CommentChange.of(comment), seen, PublicComment.of(comment));
    }
}
