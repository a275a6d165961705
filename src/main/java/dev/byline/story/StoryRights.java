package dev.byline.story;

import static dev.byline.http.ProblemType.FORBIDDEN;

import dev.byline.identity.Caller;
import dev.byline.revision.StoryKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/// What the table of permissions leaves to the story that a command holds: whether it is the
/// caller's own, and whether readers would notice. An account's own are those that it made, and
/// those with its author in their newest byline.
@Singleton
class StoryRights {
    private final SecurityIdentity identity;

    StoryRights(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// Refuses whoever may write their own alone, where this is another's.
    void mustBeOwn(HeldStory held) {
        if (isAnothers(held)) {
            throw FORBIDDEN.because(
                    "The %s is not yours: you neither made it nor stand in its byline."
                            .formatted(held.kind));
        }
    }

    /// Refuses what would leave them with one that is another's, and what changes at once what
    /// readers get, where the caller may not publish.
    void mustStay(StoryDifference difference) {
        var held = difference.held();
        if (isAnothers(held)) {
            throw FORBIDDEN.because(
                    "You did not make the %s, and cannot take yourself out of its byline."
                            .formatted(held.kind));
        }
        var noticed = difference.noticed();
        if (!noticed.isEmpty() && !mayPublish(held.kind)) {
            throw FORBIDDEN.because(
                    "Readers get the %s, or will: to change its %s needs %s."
                            .formatted(
                                    held.kind,
                                    String.join(", ", noticed),
                                    held.kind.publishing().text()));
        }
    }

    private boolean isAnothers(HeldStory held) {
        return caller().mayOnlyOnOwn(held.kind.writing())
                && !held.isNew()
                && !caller().accountId().equals(held.story.madeBy)
                && !held.newest().authors.contains(caller().authorId());
    }

    void mustPublish(StoryKind kind) {
        if (!mayPublish(kind)) {
            throw FORBIDDEN.because(
                    "To publish the %s needs %s.".formatted(kind, kind.publishing().text()));
        }
    }

    /// What is done by itself was allowed when it was planned.
    private boolean mayPublish(StoryKind kind) {
        return caller().isAnonymous() || caller().may(kind.publishing());
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}
