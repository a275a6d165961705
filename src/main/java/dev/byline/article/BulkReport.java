package dev.byline.article;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a command did to many articles, or would do.
@Schema(name = "BulkReport", description = "What was done to many articles, or would be.")
record BulkReport(
        @Schema(description = "Whether nothing was done.") boolean dryRun,
        @Schema(description = "How many of them are others now.", minimum = "0", examples = "1")
                int changed,
        @Schema(description = "All that were meant, by their ids.", maxItems = 500)
                List<Item> data) {

    /// What became of one.
    @Schema(name = "BulkReportItem", description = "What became of one of them.")
    record Item(
            UUID id,
            @Schema(examples = "a-night-at-the-council") String slug,
            @Schema(examples = "A night at the council") String title,
            @Schema(description = "Whether it is another now.") boolean changed,
            @Schema(description = "Its newest revision.", minimum = "1", examples = "4")
                    int revision) {}
}
