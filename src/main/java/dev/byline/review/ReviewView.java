package dev.byline.review;

import dev.byline.edit.SavedBy;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What colleagues say of a revision, and what that comes to.
@Schema(name = "Review", description = "What colleagues say of a revision.")
record ReviewView(
        @Schema(minimum = "1", examples = "1") int revision,
        @Schema(
                        description =
                                "`changes-requested` while that is somebody's last word; else `approved` with as many approvals"
                                        + " as are needed, and one at least; else `requested` where anything was said.",
                        nullable = true)
                ReviewState state,
        @Schema(
                        description =
                                "How many accounts' last word is approval, without those that saved the revision or any before"
                                        + " it that readers have not had.",
                        minimum = "0",
                        examples = "0")
                int approvals,
        @Schema(
                        description =
                                "How many it takes before readers can get it (`BYLINE_APPROVALS`).",
                        minimum = "0",
                        examples = "1")
                int needed,
        @Schema(description = "The newest first, 100 at most.", maxItems = 100)
                List<Said> history) {

    /// What one of them said.
    @Schema(name = "ReviewEntry", description = "What a colleague said of a revision.")
    record Said(
            @Schema(minimum = "1", examples = "1") int revision,
            ReviewState state,
            @Schema(nullable = true, examples = "Please look at the numbers.") String note,
            @Schema(description = "Null where the account was deleted since.", nullable = true)
                    SavedBy by,
            Instant at) {}
}
