package dev.byline.revision;

import dev.byline.change.Act;

/// What is done to stories, as the change log tells it.
public enum StoryAct {
    CREATED,
    REVISED,
    RENAMED,
    FORMER_SLUGS_ADDED,
    COMMENTS_OPENED,
    COMMENTS_CLOSED,
    PUBLISHED,
    WITHDRAWN,
    TRASHED,
    RESTORED,
    /// Removed from the trash for good.
    PURGED,
    /// By time alone, as planned.
    WENT_LIVE,
    /// Likewise.
    ENDED;

    /// Done to one of this kind.
    public Act of(StoryKind kind) {
        return new OfKind(kind.noun(), name());
    }

    private record OfKind(String subject, String name) implements Act {}
}
