package dev.byline.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which revision each paragraph of a body comes from.
@Schema(name = "Blame", description = "Which revision each paragraph of a body comes from.")
public record Blame(
        @Schema(description = "Whose body it is.", minimum = "1", examples = "3") int revision,
        @Schema(description = "All of them, in their order: together they are the body.")
                List<Paragraph> paragraphs,
        @Schema(
                        description =
                                "The revisions that they come from, and who saved them, the newest first.")
                List<RevisionSummary> revisions) {

    /// A paragraph, and the number of the revision that brought it.
    @Schema(
            name = "BlamedParagraph",
            description =
                    "A paragraph with the blank lines behind it, and the revision that made it what it is: what was taken"
                            + " out and came back comes from where it came back.")
    record Paragraph(
            @Schema(
                            description =
                                    "Where in the body it begins, counted from 0 in UTF-16 code units.",
                            minimum = "0",
                            examples = "0")
                    int position,
            @Schema(examples = "The *vote* came late.") String text,
            @Schema(
                            description = "The number of one of `revisions`.",
                            minimum = "1",
                            examples = "2")
                    int revision) {}
}
