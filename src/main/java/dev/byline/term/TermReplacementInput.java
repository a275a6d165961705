package dev.byline.term;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// By which one an author or tag is replaced.
@Schema(name = "TermReplacementInput", description = "By which other one it is replaced.")
public record TermReplacementInput(
        @Schema(
                        description =
                                "The id or slug of the other; what is none is `unknown-author` or `unknown-tag`, and the one"
                                        + " that is to be replaced is `circular`.",
                        minLength = 1,
                        examples = "politics")
                @NotNull
                @Size(max = 200)
                String id) {}
