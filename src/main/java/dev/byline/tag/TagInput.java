package dev.byline.tag;

import dev.byline.term.TermInput;
import dev.byline.text.OneLine;
import dev.byline.text.Slugs;
import dev.byline.text.Texts;
import dev.byline.text.ValidSlug;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` and `PUT` take of a tag.
@Schema(name = "TagInput", description = "A tag, as written.")
record TagInput(
        @Schema(
                        description = TermInput.SLUG,
                        pattern = Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "politics")
                @ValidSlug
                String slug,
        @Schema(
                        description = TermInput.FORMER_SLUGS,
                        type = SchemaType.ARRAY,
                        implementation = Slugs.Slug.class,
                        nullable = true)
                @Size(max = 100)
                List<@NotNull @ValidSlug String> formerSlugs,
        @Schema(
                        description = "The name as readers see it." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Politics")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description = "What it is about, in plain text.",
                        nullable = true,
                        examples = "How we are governed.")
                @Size(max = 2000)
                String description,
        @Schema(description = TermInput.INTERNAL, nullable = true, examples = "false")
                Boolean internal)
        implements TermInput {
    TagInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
    }
}
