package dev.byline.comment;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.reading.LiveArticles;
import dev.byline.sql.Sql;
import java.util.Optional;
import java.util.stream.Stream;

/// What a command did to the comment that it holds: what the log says of it, what caches must
/// forget, and which rows are others.
///
/// @param before null of a new one
/// @param seen what readers got of it
/// @param shown what they get
record CommentDifference(
        HeldComment held,
        CommentChange before,
        CommentChange after,
        PublicComment seen,
        PublicComment shown) {

    /// Nothing where nothing was done.
    Optional<Change> change() {
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(Change.of(act(), comment().id));
    }

    private CommentAct act() {
        if (isNew()) {
            return CommentAct.POSTED;
        }
        return after.status() == CommentStatus.DELETED ? CommentAct.DELETED : CommentAct.MODERATED;
    }

    boolean isNew() {
        return before == null;
    }

    boolean isDeleted() {
        return act() == CommentAct.DELETED;
    }

    /// What of that which readers were given holds no more. Held comments outdate nothing, nor does
    /// what is under an article that readers do not see.
    Invalidation outdated() {
        return shown.equals(seen) || !held.isUnderLive()
                ? Invalidation.NOTHING
                : seen.outdatedBy(shown, comment(), held.thread);
    }

    /// The statements that write it, and the counts that depend on it.
    Stream<Sql> rows() {
        var own = isNew() ? Comments.row(comment()) : Comments.changed(comment());
        return Stream.of(
                        Stream.of(own),
                        held.recounted().stream().map(Comments::recounted),
                        articles())
                .flatMap(rows -> rows);
    }

    private Stream<Sql> articles() {
        return shown.isApproved() == seen.isApproved()
                ? Stream.of()
                : Stream.of(LiveArticles.counted(comment().articleId, shown.isApproved() ? 1 : -1));
    }

    private Comment comment() {
        return held.comment;
    }
}
