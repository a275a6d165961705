package dev.byline.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of an invitation that is accepted.
@Schema(name = "InvitationInput", description = "An invitation, as it is accepted.")
record InvitationInput(
        @Schema(description = "What stands behind `#` in the link.", examples = "byi_…")
                @NotNull
                @Size(min = 1, max = 100)
                String invitation) {}
