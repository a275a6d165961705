package dev.byline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A place that two edits changed, and not to the same.
@Schema(
        name = "EditConflict",
        description =
                "A place that two edits changed, and not to the same. What is no text is told as JSON; what says nothing is"
                        + " left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditConflict(
        @Schema(description = "The field.", examples = "body") String field,
        @Schema(
                        description =
                                "With parts of the body: where in the version that the edit began from, counted from 0 in"
                                        + " UTF-16 code units.",
                        minimum = "0",
                        examples = "120")
                Integer position,
        @Schema(
                        description =
                                "What the version said that the edit began from. Left out as well where that is not known: of"
                                        + " what no revision keeps, such as the slug.",
                        examples = "The vote came late.")
                String base,
        @Schema(description = "What it says now.", examples = "The vote came very late.")
                String theirs,
        @Schema(description = "What this request says.", examples = "The vote came early.")
                String yours) {}
