package dev.byline.article;

import dev.byline.revision.Article;
import dev.byline.revision.Revision;
import java.time.Instant;
import java.util.List;

/// What commands change of an article, besides its texts: one before and one after tell what a
/// command did.
///
/// @param newest the number of the newest revision, 0 where there is none yet
/// @param spans when readers get which revision
/// @param ends the same of each revision that was loaded, in their order, with the ends that they
/// have by themselves
record ArticleState(
        int newest,
        String slug,
        boolean commentsOpen,
        Instant trashedAt,
        Instant publishedAt,
        List<PublicState.Span> spans,
        List<Ends> ends) {

    static ArticleState of(Article article, List<Revision> revisions) {
        return new ArticleState(
                article.newestRevision,
                article.slug,
                article.commentsOpen,
                article.trashedAt,
                article.publishedAt,
                PublicState.Span.of(revisions),
                revisions.stream().map(Ends::of).toList());
    }

    /// When a revision begins, ends, and would end by itself.
    record Ends(Instant from, Instant until, Instant agreed) {
        static Ends of(Revision revision) {
            return new Ends(revision.liveFrom, revision.liveUntil, revision.agreedUntil());
        }
    }

    boolean isInTrash() {
        return trashedAt != null;
    }

    /// What readers get of it, were it not in the trash.
    PublicState timeline(Instant now) {
        return PublicState.of(spans, publishedAt, now);
    }

    /// What readers get of it.
    PublicState shown(Instant now) {
        return isInTrash() ? PublicState.NOTHING : timeline(now);
    }
}
