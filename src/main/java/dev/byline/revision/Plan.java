package dev.byline.revision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// From when and until when readers get an article.
@Schema(
        name = "PublicationInput",
        description = "From when and until when readers get the newest revision.",
        examples = "{\"from\": null, \"until\": null}")
public record Plan(
        @Schema(
                        description =
                                "The first instant, in the past for an import; now where it is null or left out.",
                        nullable = true)
                Instant from,
        @Schema(
                        description =
                                "The end, which is not itself included and comes after the beginning (else `not-after-from`); open"
                                        + " where null or left out.",
                        nullable = true)
                Instant until) {}
