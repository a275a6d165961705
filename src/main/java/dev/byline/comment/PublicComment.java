package dev.byline.comment;

import dev.byline.cache.Invalidation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What readers get of a comment. Two of these, before and after a command, tell what it
/// outdates. A list of comments is kept under its own key, which goes with each of them, and not
/// under theirs.
///
/// @param words what it says, or null where readers do not get to see that
record PublicComment(boolean isVisible, boolean isApproved, List<Object> words) {
    static final PublicComment NOTHING = new PublicComment(false, false, null);

    private static final String LISTS = "comments";

    static PublicComment of(Comment comment) {
        return new PublicComment(
                comment.isVisible(),
                comment.isApproved(),
                comment.isApproved()
                        ? List.of(comment.name, comment.body, String.valueOf(comment.editedAt))
                        : null);
    }

    /// @param thread the comments that it replies to, up the thread
    Invalidation outdatedBy(PublicComment after, Comment comment, List<Comment> thread) {
        var own = Invalidation.of("comment:" + comment.id, LISTS, LISTS + ":" + comment.articleId);
        return own.and(
                        isApproved == after.isApproved
                                ? Invalidation.NOTHING
                                : Invalidation.of("article:" + comment.articleId))
                .and(
                        isVisible == after.isVisible
                                ? Invalidation.NOTHING
                                : Invalidation.of(
                                        thread.stream()
                                                .map(parent -> "comment:" + parent.id)
                                                .toArray(String[]::new)));
    }

    /// The keys of one, which goes with its article too.
    static Stream<String> keys(UUID id, UUID article) {
        return Stream.of("comment:" + id, "under:" + article);
    }

    /// Those of a list across articles.
    static Stream<String> listKeys() {
        return Stream.of(LISTS);
    }

    /// Those of an article's list.
    static Stream<String> listKeys(UUID article) {
        return Stream.of(LISTS + ":" + article, "under:" + article);
    }
}
