package dev.byline.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of a token that comes for another.
@Schema(name = "ReplacementInput", description = "A token to be made for another.")
record ReplacementInput(
        @Schema(
                        description =
                                "For how many minutes the former secret works on; 0 ends it at once. At most a week.",
                        examples = "60")
                @NotNull
                @Min(0)
                @Max(10_080)
                Integer overlapMinutes,
        @Schema(
                        description =
                                "When the new one ceases to work, in the future by the database's clock (else"
                                        + " `not-in-future`); never where left out.",
                        nullable = true)
                Instant expiresAt) {}
