package dev.byline.fulltext;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is told of a search beside what it found.
@JsonInclude(Include.ALWAYS)
@Schema(name = "Search", description = "How `q` was understood.")
public record SearchInterpretation(
        @Schema(description = "What was asked.", examples = "\"night train\" vienna -strike")
                String q,
        @Schema(
                        description =
                                "Words that were not looked for, as they are too common in a language that articles"
                                        + " here are in, and signs that hold no word. Where all words are common, they"
                                        + " are looked for beside each other, and none is ignored.")
                List<String> ignored,
        @Schema(
                        description =
                                "Nothing has all the words of `q`: what is shown was found for this"
                                        + " instead, with each unknown word replaced by the nearest known one.",
                        nullable = true)
                String corrected,
        @Schema(
                        description =
                                "Nothing was found here, but this finds something where the other conditions"
                                        + " of the request are left out.",
                        nullable = true)
                String suggestion) {}
