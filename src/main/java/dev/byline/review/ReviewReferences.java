package dev.byline.review;

import dev.byline.story.RevisionReferences;
import jakarta.inject.Singleton;

/// What was reviewed, or has a note, stays as it is.
@Singleton
class ReviewReferences implements RevisionReferences {
    @Override
    public String sql() {
        return "exists (select from review v where v.article_id = r.article_id and v.revision = r.number)"
                + " or exists (select from note n where n.article_id = r.article_id and n.revision = r.number)";
    }
}
