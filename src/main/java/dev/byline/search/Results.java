package dev.byline.search;

import dev.byline.fulltext.SearchInterpretation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The best of each kind.
@Schema(name = "Results", description = "The best articles, pages, authors and tags.")
record Results(
        @Schema(description = "The best first.") List<Found> articles,
        @Schema(description = "The best first.") List<Found> pages,
        @Schema(description = "The nearest first.") List<Found> authors,
        @Schema(description = "The nearest first.") List<Found> tags,
        @Schema(
                        description =
                                "How `q` was understood where articles are concerned, or pages where those alone were found.")
                SearchInterpretation search) {}
