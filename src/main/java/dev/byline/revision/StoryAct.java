package dev.byline.revision;

import dev.byline.change.Act;
import java.util.List;

/// What is done to stories, as the change log tells it.
public enum StoryAct {
    CREATED,
    REVISED,
    RENAMED("slug"),
    FORMER_SLUGS_ADDED("formerSlugs"),
    COMMENTS_OPENED("commentsOpen"),
    COMMENTS_CLOSED("commentsOpen"),
    PUBLISHED("publication"),
    WITHDRAWN("publication"),
    TRASHED("trash"),
    RESTORED("trash"),
    /// Removed from the trash for good.
    PURGED,
    /// By time alone, as planned.
    WENT_LIVE,
    /// Likewise.
    ENDED;

    private final List<String> properties;

    StoryAct(String... properties) {
        this.properties = List.of(properties);
    }

    /// Done to one of this kind.
    public Act of(StoryKind kind) {
        return new OfKind(kind.noun(), name(), properties);
    }

    private record OfKind(String subject, String name, List<String> properties) implements Act {}
}
