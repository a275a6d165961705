package dev.byline.review;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A stretch of one of a revision's texts.
@Schema(name = "NotePlace", description = "A stretch of one of a revision's texts.")
record NotePlace(
        @NotNull @Schema(examples = "title") NoteField field,
        @Schema(
                        description = "Where it begins, counted from 0 in UTF-16 code units.",
                        minimum = "0",
                        examples = "0")
                @NotNull
                Integer start,
        @Schema(
                        description =
                                "Where it ends, not itself included: behind the beginning, within the text, and like that not"
                                        + " within a sign (else `out-of-range`).",
                        minimum = "1",
                        examples = "5")
                @NotNull
                Integer end) {}
