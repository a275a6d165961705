package dev.byline.release;

import dev.byline.story.RevisionReferences;
import jakarta.inject.Singleton;

/// What is to go out with a release stays as it is.
@Singleton
class ReleaseReferences implements RevisionReferences {
    @Override
    public String sql() {
        return "exists (select from release_item i where i.article_id = r.article_id and i.revision = r.number)";
    }
}
