package dev.byline.story;

import dev.byline.revision.Place;
import dev.byline.revision.Revision;
import dev.byline.revision.Story;
import java.time.Instant;
import java.util.List;

/// What commands change of a story, besides its texts: one before and one after tell what a
/// command did.
///
/// @param newest the number of the newest revision, 0 where there is none yet
/// @param spans when readers get which revision
/// @param places where each revision stands that was loaded, in their order
record StoryState(
        int newest,
        String slug,
        boolean commentsOpen,
        Instant trashedAt,
        Instant publishedAt,
        List<PublicState.Span> spans,
        List<Place> places) {

    static StoryState of(Story story, List<Revision> revisions) {
        return new StoryState(
                story.newestRevision,
                story.slug,
                story.commentsOpen,
                story.trashedAt,
                story.publishedAt,
                PublicState.Span.of(revisions),
                revisions.stream().map(Revision::place).toList());
    }

    boolean isInTrash() {
        return trashedAt != null;
    }

    /// Whether readers get a revision, or will, were it not in the trash.
    boolean isForReaders(Instant now) {
        var timeline = timeline(now);
        return timeline.shown() != null || timeline.next() != null;
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
