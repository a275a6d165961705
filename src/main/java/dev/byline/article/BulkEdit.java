package dev.byline.article;

import dev.byline.revision.Plan;
import dev.byline.text.LanguageTag;
import dev.byline.text.Languages;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What many articles are given at once.
@Schema(name = "BulkEdit", description = "What many articles are given at once.")
record BulkEdit(
        @Schema(
                        description =
                                "Ids or slugs, put behind those that it has; what is none is `unknown-tag`.",
                        nullable = true,
                        examples = "[\"politics\"]")
                @Size(max = 50)
                List<@NotNull String> addTags,
        @Schema(description = "Ids or slugs; what is none is `unknown-tag`.", nullable = true)
                @Size(max = 50)
                List<@NotNull String> removeTags,
        @Schema(
                        description =
                                "Ids or slugs, put at the end of the byline; what is none is `unknown-author`.",
                        nullable = true)
                @Size(max = 50)
                List<@NotNull String> addAuthors,
        @Schema(description = "Ids or slugs; what is none is `unknown-author`.", nullable = true)
                @Size(max = 50)
                List<@NotNull String> removeAuthors,
        @Schema(
                        description = "The language of their texts, as a tag of BCP 47.",
                        nullable = true,
                        pattern = Languages.PATTERN,
                        maxLength = Languages.MAX_LENGTH)
                @LanguageTag
                String language,
        @Schema(
                        description = "What this is about, for the history of each.",
                        nullable = true,
                        examples = "All on the election")
                @Size(max = 500)
                String note,
        @Schema(description = "Publish each in the same breath.", nullable = true)
                Plan publication) {}
