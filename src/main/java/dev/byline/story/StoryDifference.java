package dev.byline.story;

import dev.byline.cache.Invalidation;
import dev.byline.change.Change;
import dev.byline.revision.Revision;
import dev.byline.revision.StoryAct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a command did to the story that it holds: what the log says of it, what caches must
/// forget, and which rows are others.
record StoryDifference(HeldStory held, StoryState before, StoryState after) {

    /// In the order in which they are logged; none where nothing was done.
    List<Change> changes() {
        var changes = new ArrayList<Change>();
        if (held.isNew()) {
            changes.add(change(StoryAct.CREATED, null, after.newest()));
        } else {
            identity(changes);
            revisions(changes);
        }
        if (!after.spans().equals(before.spans())) {
            var act = held.isWithdrawn() ? StoryAct.WITHDRAWN : StoryAct.PUBLISHED;
            changes.add(change(act, live(before), live(after)));
        }
        if (after.isInTrash() != before.isInTrash()) {
            changes.add(change(after.isInTrash() ? StoryAct.TRASHED : StoryAct.RESTORED));
        }
        return changes;
    }

    private void revisions(List<Change> changes) {
        var newest = before.newest();
        for (var saved : held.saved()) {
            changes.add(change(StoryAct.REVISED, newest, saved.number));
            newest = saved.number;
        }
        held.kept()
                .map(kept -> change(StoryAct.REVISED, kept.number, kept.number))
                .ifPresent(changes::add);
    }

    private void identity(List<Change> changes) {
        if (held.isRenamed()) {
            changes.add(change(StoryAct.RENAMED));
        }
        if (!held.addedSlugs().isEmpty()) {
            changes.add(change(StoryAct.FORMER_SLUGS_ADDED));
        }
        if (after.commentsOpen() != before.commentsOpen()) {
            changes.add(
                    change(
                            after.commentsOpen()
                                    ? StoryAct.COMMENTS_OPENED
                                    : StoryAct.COMMENTS_CLOSED));
        }
        held.further().map(HeldStory.Further::change).forEach(changes::add);
    }

    private Change change(StoryAct act) {
        return change(act, null, null);
    }

    private Change change(StoryAct act, Integer from, Integer to) {
        return Change.of(act.of(held.kind), id(), from, to);
    }

    private Integer live(StoryState state) {
        var shown = state.timeline(now()).shown();
        return shown == null ? null : shown.number();
    }

    /// What of that which readers were given holds no more.
    Invalidation outdated() {
        var seen = before.shown(now());
        var shown = after.shown(now());
        var outdated = seen.outdatedBy(shown, held.kind, id());
        return isOtherwise() && seen.shown() != null && shown.shown() != null
                ? outdated.and(
                        Invalidation.of(held.kind.key(id()), held.kind.plural(), "under:" + id()))
                : outdated;
    }

    /// What of it readers notice, or will notice, without its being published: names of the API.
    List<String> noticed() {
        if (after.isInTrash() != before.isInTrash()) {
            return before.isForReaders(now()) ? List.of("trash") : List.of();
        }
        return after.isInTrash() || !after.isForReaders(now()) ? List.of() : others();
    }

    private List<String> others() {
        var others = new ArrayList<String>();
        if (held.isRenamed()) {
            others.add("slug");
        }
        if (!held.addedSlugs().isEmpty()) {
            others.add("formerSlugs");
        }
        if (after.commentsOpen() != before.commentsOpen()) {
            others.add("commentsOpen");
        }
        return others;
    }

    private boolean isOtherwise() {
        return held.isRenamed()
                || !held.addedSlugs().isEmpty()
                || after.commentsOpen() != before.commentsOpen()
                || held.further().findAny().isPresent();
    }

    /// The slug that it had, where it has another now.
    Optional<String> retiredSlug() {
        return held.isRenamed() ? Optional.of(before.slug()) : Optional.empty();
    }

    /// The revisions that were there and begin or end otherwise than they did.
    Stream<Revision> moved() {
        return IntStream.range(0, before.places().size())
                .filter(place -> !after.places().get(place).equals(before.places().get(place)))
                .mapToObj(held.revisions()::get);
    }

    /// Those whose texts have a place on the timeline for the first time.
    Stream<Revision> firstPlaced() {
        var there =
                IntStream.range(0, before.places().size())
                        .filter(place -> before.places().get(place).nowhere())
                        .mapToObj(held.revisions()::get);
        return Stream.concat(there, held.added().stream())
                .filter(revision -> revision.liveFrom != null && !revision.isCopy());
    }

    private UUID id() {
        return held.story.id;
    }

    private Instant now() {
        return held.moment.now();
    }
}
