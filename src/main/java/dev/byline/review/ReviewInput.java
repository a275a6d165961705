package dev.byline.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `PUT` takes of a review.
@Schema(name = "ReviewInput", description = "What a colleague says of a revision.")
record ReviewInput(
        @Schema(
                        description =
                                "That they ask for a review, approve the revision, or ask for changes.",
                        examples = "requested")
                @NotNull
                ReviewState state,
        @Schema(
                        description = "For colleagues, in plain text.",
                        nullable = true,
                        examples = "Please look at the numbers.")
                @Size(max = 2000)
                String note,
        @Schema(
                        description =
                                "The number of the revision; one that is not in the history is `unknown-revision`. The newest"
                                        + " where left out.",
                        nullable = true,
                        minimum = "1")
                Integer revision) {}
