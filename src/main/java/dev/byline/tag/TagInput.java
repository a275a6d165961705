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
                        description =
                                "Its name in addresses. Made from the name where it is left out.",
                        pattern = Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "politics")
                @ValidSlug
                String slug,
        @Schema(
                        description =
                                "Addresses it had elsewhere or before; they answer 308 to the present one. Those it"
                                        + " has already stay.",
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
        @Schema(
                        description =
                                "Whether it is for editors alone: readers find it nowhere, in no article either. Left out or"
                                        + " null, it stays as it is, and a new one is for all: its name is public at once, even"
                                        + " where only drafts bear it.",
                        nullable = true,
                        examples = "false")
                Boolean internal)
        implements TermInput<TagInput> {
    TagInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
    }

    @Override
    public TagInput content(String slug) {
        return new TagInput(slug, List.of(), name, description, null);
    }
}
