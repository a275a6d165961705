package dev.byline.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An article as the API takes one, in one request: all of it or nothing.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArticleDraft(
        String slug,
        List<String> formerSlugs,
        String title,
        String summary,
        String body,
        String bodyFormat,
        String language,
        List<String> authors,
        List<String> tags,
        String canonicalUrl,
        Boolean commentsOpen,
        String note,
        Publication publication) {

    /// @param from null for now
    /// @param until null for no end
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(@JsonInclude(JsonInclude.Include.ALWAYS) Instant from, Instant until) {
        boolean hasEnded() {
            return until != null && !until.isAfter(Instant.now());
        }

        /// For an article that readers have had: now, unless it begins after what they have and
        /// may be ahead, whatever the server's clock says.
        Publication again(Instant live) {
            var mayBeAhead = from.isAfter(Instant.now().minus(Duration.ofDays(1)));
            var isLater = live == null || from.isAfter(live);
            return new Publication(mayBeAhead && isLater ? from : null, until);
        }
    }

    ArticleDraft withNote(String note) {
        return with(note, publication);
    }

    ArticleDraft withPublication(Publication publication) {
        return with(note, publication);
    }

    private ArticleDraft with(String note, Publication publication) {
        return new ArticleDraft(
                slug,
                formerSlugs,
                title,
                summary,
                body,
                bodyFormat,
                language,
                authors,
                tags,
                canonicalUrl,
                commentsOpen,
                note,
                publication);
    }
}
