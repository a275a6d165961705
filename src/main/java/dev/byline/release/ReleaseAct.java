package dev.byline.release;

import dev.byline.change.Act;

/// What is done to releases, as the change log tells it. What becomes of their articles is told of
/// these.
enum ReleaseAct implements Act {
    CREATED,
    CHANGED,
    PLANNED,
    UNPLANNED,
    PUBLISHED,
    TAKEN_BACK,
    DELETED,
    /// By time alone, as planned.
    WENT_OUT;

    @Override
    public String subject() {
        return "release";
    }
}
