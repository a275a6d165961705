package dev.byline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One of several operations, and why it was refused.
@Schema(
        name = "FailedOperation",
        description = "One of several operations, and why it was refused.")
public record FailedPart(
        @Schema(
                        description = "Its place among them, counted from 0.",
                        minimum = "0",
                        examples = "2")
                int index,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Its name among them, where it has one.", examples = "night")
                String id,
        @Schema(description = "What it would have been answered by itself.") Problem problem) {}
