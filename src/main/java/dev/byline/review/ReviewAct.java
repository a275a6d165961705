package dev.byline.review;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.change.Act;

/// What is said of articles by their reviewers, as the change log tells it.
enum ReviewAct implements Act {
    REVIEW_REQUESTED,
    APPROVED,
    CHANGES_REQUESTED;

    @Override
    public String subject() {
        return ARTICLE.noun();
    }
}
