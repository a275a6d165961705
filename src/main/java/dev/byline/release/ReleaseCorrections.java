package dev.byline.release;

import static dev.byline.http.ProblemType.TIMELINE_CONFLICT;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.story.Editing;
import dev.byline.story.HeldStory;
import jakarta.inject.Singleton;

/// Keeps what a planned release sends out as the release names it: a correction would have it
/// planned anew, merged, as another revision, of which the release knew nothing.
@Singleton
class ReleaseCorrections implements Editing.CorrectionRule {
    private static final String PLANNED =
            """
            select r.name from release r join release_item i on i.release_id = r.id
            where i.article_id = ? and i.revision is not null and r.at > clock_timestamp() limit 1
            """;

    private final Reads reads;

    ReleaseCorrections(Reads reads) {
        this.reads = reads;
    }

    @Override
    public void check(HeldStory held) {
        reads.first(Sql.of(PLANNED, held.story.id), row -> row.getString("name"))
                .ifPresent(
                        release -> {
                            throw TIMELINE_CONFLICT.because(
                                    "The release \"%s\" is planned with it: take the release off its plan, correct, and plan it again."
                                            .formatted(release));
                        });
    }
}
