package dev.byline.edit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An earlier save that a request took along.
@Schema(name = "IncludedSave", description = "An earlier save that the request took along.")
public record IncludedSave(
        @Schema(minimum = "1", examples = "3") int revision,
        Instant savedAt,
        @Schema(description = "Null where the account was deleted since.", nullable = true)
                SavedBy savedBy,
        @Schema(
                        description =
                                "What it changed, by the names of what is written. None where it changed nothing, and left a"
                                        + " note alone.",
                        examples = "[\"title\", \"body\"]")
                List<String> fields) {

    /// Several of them.
    @Schema(name = "IncludedSaves", description = "Earlier saves that the request took along.")
    public record All(List<IncludedSave> changes) {
        /// Null for none.
        public static All of(List<IncludedSave> changes) {
            return changes.isEmpty() ? null : new All(changes);
        }
    }
}
