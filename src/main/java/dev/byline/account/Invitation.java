package dev.byline.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A link by which somebody comes to the first token of an account.
@Schema(
        name = "Invitation",
        description =
                "A link that works once. It is shown in the answer that made it, and never again.")
record Invitation(
        @Schema(
                        description =
                                "For a browser. The secret stands behind `#`, so no server and no log sees it: opening the page uses"
                                        + " nothing up, its button does.",
                        format = "uri",
                        examples = "https://cms.example.org/docs/invitation#byi_4fGh2kQ9")
                String link,
        @Schema(description = "When it ceases to work.") Instant expiresAt) {}
