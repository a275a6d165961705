package dev.byline.release;

import static dev.byline.http.ProblemType.TIMELINE_CONFLICT;

import dev.byline.change.Change;
import dev.byline.story.HeldStory;
import dev.byline.story.RevisionReferences;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// What is to go out with a release stays as it is. What readers get may be corrected meanwhile:
/// then a release that is not out has what was merged with the correction instead.
@Singleton
class ReleaseReferences implements RevisionReferences {
    private final ReleaseItems items;

    ReleaseReferences(ReleaseItems items) {
        this.items = items;
    }

    @Override
    public String sql() {
        return "exists (select from release_item i where i.article_id = r.article_id and i.revision = r.number)";
    }

    @Override
    public void follow(HeldStory held, Map<Integer, Integer> successors) {
        items.naming(held.story.id, held.now())
                .forEach((release, item) -> follow(held, release, item, successors));
    }

    private void follow(
            HeldStory held, UUID release, ReleaseItem item, Map<Integer, Integer> successors) {
        var following = item.following(successors, held.now());
        if (following.equals(item)) {
            return;
        }
        if (following.plan() != null && following.plan().stands(held.places())) {
            mustBringBackNothingElse(release, item.plan().broughtBack(held.now()), successors);
        }
        held.further(
                Change.of(ReleaseAct.CHANGED, release),
                items.follow(release, following, held.now()));
    }

    /// A plan that the release's own took the place of is not merged with the correction.
    private static void mustBringBackNothingElse(
            UUID release, IntStream broughtBack, Map<Integer, Integer> successors) {
        broughtBack
                .filter(number -> !successors.containsKey(number))
                .findAny()
                .ifPresent(
                        number -> {
                            throw TIMELINE_CONFLICT.because(
                                    "Taken off its plan, release %s would bring back revision %d without the correction: take it off, correct, and plan it again."
                                            .formatted(release, number));
                        });
    }
}
