package dev.byline.revision;

import dev.byline.change.Act;

/// What is done to articles, as the change log tells it.
public enum ArticleAct implements Act {
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
    /// By time alone, as planned.
    WENT_LIVE,
    /// Likewise.
    ENDED;

    @Override
    public String subject() {
        return "article";
    }
}
