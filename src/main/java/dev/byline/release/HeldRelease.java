package dev.byline.release;

import static dev.byline.http.ProblemType.RELEASE_REFUSED;
import static dev.byline.http.ProblemType.TIMELINE_CONFLICT;

import dev.byline.http.FaultCode;
import dev.byline.http.Problem;
import dev.byline.http.Problem.Fault;
import dev.byline.http.ProblemException;
import dev.byline.revision.Place;
import dev.byline.revision.Plan;
import dev.byline.story.Editing;
import dev.byline.story.HeldStory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A release as a command holds it: with its items and their articles, all locked, at one instant.
/// What it does it does to all of them, or refuses with the reasons of each that does not allow it.
final class HeldRelease {
    private final Map<UUID, HeldStory> articles;
    private final Editing editing;
    private final Instant now;
    private List<ReleaseItem> items;

    /// @param articles those of the items, and of what the items may become
    HeldRelease(
            List<ReleaseItem> items, Map<UUID, HeldStory> articles, Instant now, Editing editing) {
        this.items = items;
        this.articles = articles;
        this.now = now;
        this.editing = editing;
    }

    List<ReleaseItem> items() {
        return items;
    }

    Instant now() {
        return now;
    }

    Collection<HeldStory> articles() {
        return articles.values();
    }

    void become(List<ReleaseItem> others) {
        items = others;
    }

    /// @param at in the future, or now
    void plan(Instant at) {
        if (items.isEmpty()) {
            throw RELEASE_REFUSED.because("The release has no items.");
        }
        var planned = new ArrayList<ReleaseItem>();
        each(item -> planned.add(planned(item, at)));
        items = planned;
    }

    private ReleaseItem planned(ReleaseItem item, Instant at) {
        var held = articles.get(item.article());
        held.story.mustNotBeInTrash();
        var before = held.places();
        var revision = item.isWithdrawal() ? withdrawn(held, at) : published(held, item, at);
        return new ReleaseItem(
                item.article(), revision, ReleaseItem.Plan.of(before, held.places()));
    }

    private static Integer withdrawn(HeldStory held, Instant at) {
        held.withdraw(at);
        return null;
    }

    private Integer published(HeldStory held, ReleaseItem item, Instant at) {
        if (!held.liveAt(now).equals(Optional.of(item.revision()))) {
            return editing.publish(held, item.revision(), new Plan(at, null));
        }
        if (held.place(item.revision()).until() != null) {
            throw TIMELINE_CONFLICT.because(
                    "Revision %d is live, and ends by a plan of its own."
                            .formatted(item.revision()));
        }
        return item.revision();
    }

    /// What was to be is as before.
    void unplan() {
        items.forEach(
                item ->
                        articles.get(item.article())
                                .takeBack(item.plan().before(), item.plan().after()));
        items = items.stream().map(ReleaseItem::unplanned).toList();
    }

    /// What readers had before it went out they have again.
    ///
    /// @param isForced whether also of what somebody published since, and without what is in the
    /// trash
    void takeBack(Instant at, boolean isForced) {
        if (!isForced) {
            each(this::mustStand);
        }
        items.stream()
                .filter(item -> !item.plan().isNothing())
                .filter(item -> articles.get(item.article()).story.trashedAt == null)
                .forEach(item -> restore(item, at));
        items = items.stream().map(ReleaseItem::unplanned).toList();
    }

    private void mustStand(ReleaseItem item) {
        var held = articles.get(item.article());
        held.story.mustNotBeInTrash();
        var changed = item.plan().after();
        if (!changed.stream().allMatch(place -> place.equals(held.place(place.revision())))) {
            throw ProblemException.invalid(
                    "", FaultCode.PUBLISHED_SINCE, "has another timeline since the release");
        }
    }

    private void restore(ReleaseItem item, Instant at) {
        var held = articles.get(item.article());
        item.plan()
                .liveUntil(at)
                .filter(place -> place.until() == null || place.until().isAfter(now))
                .ifPresentOrElse(place -> publishAgain(held, place), () -> held.withdraw(now));
    }

    private void publishAgain(HeldStory held, Place place) {
        editing.publish(held, place.revision(), new Plan(null, place.until()));
    }

    private void each(Consumer<ReleaseItem> work) {
        var faults = new ArrayList<Fault>();
        for (var place = 0; place < items.size(); place++) {
            try {
                work.accept(items.get(place));
            } catch (ProblemException refused) {
                faults.add(fault("/items/" + place, refused.problem()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                                    RELEASE_REFUSED,
                                    "Items that do not allow it: %d.".formatted(faults.size()))
                            .with(faults));
        }
    }

    private static Fault fault(String pointer, Problem problem) {
        if (problem.errors() != null) {
            var first = problem.errors().getFirst();
            return new Fault(pointer, null, null, first.code(), first.detail());
        }
        return new Fault(pointer, null, null, problem.code(), problem.detail());
    }
}
