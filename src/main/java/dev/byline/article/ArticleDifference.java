package dev.byline.article;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.reading.ArticleKeys;
import dev.byline.revision.ArticleAct;
import dev.byline.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a command did to the article that it holds: what the log says of it, what caches must
/// forget, and which rows are others.
record ArticleDifference(HeldArticle held, ArticleState before, ArticleState after) {

    /// In the order in which they are logged; none where nothing was done.
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        if (held.isNew()) {
            changes.add(change(ArticleAct.CREATED, null, after.newest()));
        } else {
            identity(changes);
            held.saved()
                    .map(saved -> change(ArticleAct.REVISED, before.newest(), saved.number))
                    .ifPresent(changes::add);
        }
        if (!after.spans().equals(before.spans())) {
            var act = held.isWithdrawn() ? ArticleAct.WITHDRAWN : ArticleAct.PUBLISHED;
            changes.add(change(act, live(before), live(after)));
        }
        if (after.isInTrash() != before.isInTrash()) {
            changes.add(change(after.isInTrash() ? ArticleAct.TRASHED : ArticleAct.RESTORED));
        }
        return changes;
    }

    private void identity(List<Change> changes) {
        if (held.isRenamed()) {
            changes.add(change(ArticleAct.RENAMED));
        }
        if (!held.addedSlugs().isEmpty()) {
            changes.add(change(ArticleAct.FORMER_SLUGS_ADDED));
        }
        if (after.commentsOpen() != before.commentsOpen()) {
            changes.add(
                    change(
                            after.commentsOpen()
                                    ? ArticleAct.COMMENTS_OPENED
                                    : ArticleAct.COMMENTS_CLOSED));
        }
    }

    private Change change(ArticleAct act) {
        return change(act, null, null);
    }

    private Change change(ArticleAct act, Integer from, Integer to) {
        return Change.of(act, id(), from, to);
    }

    private Integer live(ArticleState state) {
        var shown = state.timeline(now()).shown();
        return shown == null ? null : shown.number();
    }

    /// What of that which readers were given holds no more.
    Invalidation outdated() {
        var seen = before.shown(now());
        var shown = after.shown(now());
        var outdated = seen.outdatedBy(shown, id());
        return isOtherwise() && seen.shown() != null && shown.shown() != null
                ? outdated.and(
                        Invalidation.of(ArticleKeys.of(id()), ArticleKeys.LISTS, "under:" + id()))
                : outdated;
    }

    private boolean isOtherwise() {
        return held.isRenamed()
                || !held.addedSlugs().isEmpty()
                || after.commentsOpen() != before.commentsOpen();
    }

    /// The slug that it had, where it has another now.
    Optional<String> retiredSlug() {
        return held.isRenamed() ? Optional.of(before.slug()) : Optional.empty();
    }

    /// The revisions that were there and begin or end otherwise than they did.
    Stream<Revision> moved() {
        return IntStream.range(0, before.ends().size())
                .filter(place -> !after.ends().get(place).equals(before.ends().get(place)))
                .mapToObj(held.revisions()::get);
    }

    /// Those of them that have a place on the timeline for the first time.
    Stream<Revision> firstPlaced() {
        return IntStream.range(0, before.ends().size())
                .filter(place -> before.ends().get(place).from() == null)
                .filter(place -> after.ends().get(place).from() != null)
                .mapToObj(held.revisions()::get);
    }

    private UUID id() {
        return held.article.id;
    }

    private Instant now() {
        return held.moment.now();
    }
}
