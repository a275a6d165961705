package dev.byline.history;

import dev.byline.edit.SavedBy;
import dev.byline.revision.Revision;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A revision, without what it says.
@Schema(name = "RevisionSummary", description = "A revision, without what it says.")
record RevisionSummary(
        @Schema(minimum = "1", examples = "3") int number,
        Instant savedAt,
        @Schema(description = "Null where the account was deleted since.", nullable = true)
                SavedBy savedBy,
        @Schema(nullable = true) String note) {
    static RevisionSummary of(Revision revision) {
        return new RevisionSummary(
                revision.number,
                revision.savedAt,
                SavedBy.of(revision.savedBy, revision.savedByName),
                revision.note);
    }
}
