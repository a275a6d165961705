package dev.byline.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// When a release goes out.
@Schema(
        name = "ReleasePublicationInput",
        description = "When a release goes out.",
        examples = "{\"at\": \"2100-01-01T00:00:00Z\"}")
record ReleasePlan(
        @Schema(
                        description =
                                "In the future by the database's clock (else `not-in-future`); now where it is null or"
                                        + " left out.",
                        nullable = true)
                Instant at) {}
