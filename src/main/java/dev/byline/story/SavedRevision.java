package dev.byline.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.body.BodyWarning;
import dev.byline.revision.Content;
import dev.byline.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A revision of a story of any kind as editors get it: what one save left. It never changes, but
/// for its live range.
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "SavedRevision",
        description =
                "What one save left. It never changes, but for its live range, and an autosave gives way to the next.")
public record SavedRevision(
        @Schema(minimum = "1", examples = "3") int number,
        @JsonUnwrapped Content content,
        String bodyHtml,
        @Schema(minimum = "0") int wordCount,
        Instant savedAt,
        @Schema(description = "The id of the account.", nullable = true) UUID savedBy,
        @Schema(
                        description = "The account's name; null where it was deleted since.",
                        nullable = true,
                        examples = "admin")
                String savedByName,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) Instant liveFrom,
        @Schema(nullable = true) Instant liveUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "Only in the answer to its restoring: what of the body was taken out or changed when it"
                                        + " was rendered. Up to 100, and one that says how many more.",
                        maxItems = 101)
                List<BodyWarning> warnings) {

    /// @param warnings null but in the answer to a write
    public static SavedRevision of(Revision revision, List<BodyWarning> warnings) {
        return new SavedRevision(
                revision.number,
                revision.content,
                revision.bodyHtml,
                revision.wordCount,
                revision.savedAt,
                revision.savedBy,
                revision.savedByName,
                revision.note,
                revision.liveFrom,
                revision.liveUntil,
                warnings);
    }
}
