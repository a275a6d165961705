package dev.byline.tag;

import dev.byline.term.TermInput;
import dev.byline.text.OneLine;
import dev.byline.text.Slugs;
import dev.byline.text.Texts;
import dev.byline.text.ValidSlug;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
                        description = "The name as readers see it." + OneLine.RULES,
                        pattern = OneLine.PATTERN,
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
                String description)
        implements TermInput<TagInput> {
    TagInput {
        slug = Texts.nfc(slug);
    }

    @Override
    public TagInput withSlug(String slug) {
        return new TagInput(slug, name, description);
    }
}
