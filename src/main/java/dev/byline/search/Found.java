package dev.byline.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.reading.FoundStory;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One line of results.
@JsonInclude(Include.ALWAYS)
@Schema(
        name = "Found",
        description = "A thing that was found, as far as a line of results needs it.")
record Found(
        @Schema(
                        description = "What it is.",
                        type = SchemaType.STRING,
                        enumeration = {"article", "page", "author", "tag"})
                String type,
        UUID id,
        @Schema(description = "Its name in addresses.", examples = "a-night-at-the-council")
                String slug,
        @Schema(
                        description =
                                "The title of an article or page, the name of an author or tag.",
                        examples = "A night at the council")
                String name,
        @Schema(
                        description =
                                "The title of an article or page as HTML, the words found in `mark` elements. Null for others.",
                        nullable = true,
                        examples = "A night at the <mark>council</mark>")
                String html,
        @Schema(
                        description =
                                "Likewise the part of the body, or of the summary, where they stand.",
                        nullable = true)
                String snippet) {
    static Found of(String type, FoundStory story) {
        return new Found(
                type, story.id(), story.slug(), story.title(), story.html(), story.snippet());
    }
}
