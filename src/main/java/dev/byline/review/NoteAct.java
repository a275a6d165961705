package dev.byline.review;

import dev.byline.change.Act;

/// What is done to notes, as the change log tells it.
enum NoteAct implements Act {
    CREATED,
    CHANGED,
    RESOLVED,
    REOPENED,
    DELETED;

    @Override
    public String subject() {
        return "note";
    }
}
