package dev.byline.comment;

import dev.byline.change.Act;

/// What is done to comments, as the change log tells it.
enum CommentAct implements Act {
    POSTED,
    MODERATED,
    DELETED;

    @Override
    public String subject() {
        return "comment";
    }
}
