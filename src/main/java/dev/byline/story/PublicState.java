package dev.byline.story;

import dev.byline.cache.Invalidation;
import dev.byline.cache.NextTransition;
import dev.byline.revision.Revision;
import dev.byline.revision.StoryKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// What readers get of a story at an instant, as far as the timeline decides it, and when they
/// get something else. Two of these, before and after a command, tell what it outdates: drafts
/// and saves that nobody published outdate nothing.
///
/// @param shown the revision, or null
/// @param next the instant after that at which it changes, or null
record PublicState(Span shown, Instant publishedAt, Instant next) {
    static final PublicState NOTHING = new PublicState(null, null, null);

    /// When readers get a revision.
    record Span(int number, Instant from, Instant until) {
        static List<Span> of(List<Revision> revisions) {
            return revisions.stream()
                    .filter(one -> one.liveFrom != null)
                    .map(one -> new Span(one.number, one.liveFrom, one.liveUntil))
                    .toList();
        }

        private boolean holds(Instant now) {
            return !from.isAfter(now) && (until == null || until.isAfter(now));
        }
    }

    static PublicState of(List<Span> spans, Instant publishedAt, Instant now) {
        var shown = spans.stream().filter(span -> span.holds(now)).findFirst().orElse(null);
        var next =
                spans.stream()
                        .flatMap(span -> Stream.of(span.from(), span.until()))
                        .filter(instant -> instant != null && instant.isAfter(now))
                        .min(Instant::compareTo)
                        .orElse(null);
        return new PublicState(shown, shown == null ? null : publishedAt, next);
    }

    Invalidation outdatedBy(PublicState after, StoryKind kind, UUID id) {
        var gone = isSame(after) ? Invalidation.NOTHING : gone(after, kind, id);
        return isLater(after.next) ? gone : gone.and(Invalidation.at(after.next, all(kind, id)));
    }

    /// When it ends is nothing that readers see.
    private boolean isSame(PublicState other) {
        return Objects.equals(publishedAt, other.publishedAt)
                && (shown == null) == (other.shown == null)
                && (shown == null
                        || shown.number == other.shown.number
                                && shown.from.equals(other.shown.from));
    }

    private Invalidation gone(PublicState after, StoryKind kind, UUID id) {
        return (shown == null) == (after.shown == null)
                ? Invalidation.of(kind.key(id), kind.plural())
                : Invalidation.of(all(kind, id));
    }

    private boolean isLater(Instant other) {
        return other == null || next != null && !other.isBefore(next);
    }

    /// With the comments under it, which come and go with it.
    private static String[] all(StoryKind kind, UUID id) {
        return new String[] {
            kind.key(id),
            kind.plural(),
            NextTransition.TIMELINE,
            "comments",
            "comments:" + id,
            "under:" + id
        };
    }
}
