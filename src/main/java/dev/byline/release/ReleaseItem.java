package dev.byline.release;

import dev.byline.revision.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An article of a release.
///
/// @param revision the number of the one that goes live; null where it is withdrawn
/// @param plan what it changed of the timeline; null while nothing is planned
record ReleaseItem(UUID article, Integer revision, Plan plan) {
    boolean isWithdrawal() {
        return revision == null;
    }

    ReleaseItem unplanned() {
        return new ReleaseItem(article, revision, null);
    }

    /// The same, where others came in the place of revisions.
    ///
    /// @param successors their numbers, by the numbers of those in whose place they came
    ReleaseItem following(Map<Integer, Integer> successors, Instant now) {
        return new ReleaseItem(
                article,
                revision == null ? null : successors.getOrDefault(revision, revision),
                plan == null ? null : plan.following(successors, now));
    }

    /// The places that it changed.
    record Plan(List<Place> before, List<Place> after) {
        /// @param before all that were there
        static Plan of(List<Place> before, List<Place> after) {
            var known =
                    before.stream().collect(Collectors.toMap(Place::revision, Function.identity()));
            var changed = after.stream().filter(place -> !place.equals(was(known, place))).toList();
            return new Plan(changed.stream().map(place -> was(known, place)).toList(), changed);
        }

        private static Place was(Map<Integer, Place> before, Place after) {
            return before.getOrDefault(
                    after.revision(), new Place(after.revision(), null, null, null));
        }

        Plan following(Map<Integer, Integer> successors, Instant now) {
            return new Plan(following(before, successors, now), following(after, successors, now));
        }

        /// One that came in the place of what is live begins now, and ends as that would have.
        private static List<Place> following(
                List<Place> places, Map<Integer, Integer> successors, Instant now) {
            return places.stream()
                    .map(
                            place ->
                                    successors.containsKey(place.revision())
                                            ? new Place(
                                                    successors.get(place.revision()),
                                                    later(place.from(), now),
                                                    place.until(),
                                                    place.agreed())
                                            : place)
                    .toList();
        }

        private static Instant later(Instant from, Instant now) {
            return from != null && from.isBefore(now) ? now : from;
        }

        /// The revisions that taking it back would bring to readers.
        IntStream broughtBack(Instant now) {
            return before.stream()
                    .filter(place -> !place.nowhere())
                    .filter(place -> place.until() == null || place.until().isAfter(now))
                    .mapToInt(Place::revision);
        }

        /// Whether all that it gave a range has it still.
        boolean stands(List<Place> places) {
            return places.containsAll(after.stream().filter(place -> !place.nowhere()).toList());
        }

        boolean isNothing() {
            return after.isEmpty();
        }

        /// What readers had up to that instant, as it would have been without the plan.
        Optional<Place> liveUntil(Instant at) {
            return after.stream()
                    .filter(place -> at.equals(place.until()))
                    .flatMap(this::before)
                    .findFirst();
        }

        private Stream<Place> before(Place after) {
            return before.stream().filter(place -> place.revision() == after.revision());
        }
    }
}
