package dev.byline.release;

import dev.byline.revision.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
