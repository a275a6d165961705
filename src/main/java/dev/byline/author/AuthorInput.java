package dev.byline.author;

import dev.byline.term.TermInput;
import dev.byline.text.OneLine;
import dev.byline.text.Slugs;
import dev.byline.text.Texts;
import dev.byline.text.ValidSlug;
import dev.byline.text.Visible;
import dev.byline.text.WebAddress;
import dev.byline.text.WebAddresses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` and `PUT` take of an author.
@Schema(name = "AuthorInput", description = "An author, as written.")
record AuthorInput(
        @Schema(
                        description = TermInput.SLUG,
                        pattern = Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "dani-graham")
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
                        description = "The name as the byline shows it." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Dani Graham")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description = "Who this is, in plain text.",
                        nullable = true,
                        examples = "Dani Graham writes on politics.")
                @Size(max = 20000)
                String biography,
        @Schema(
                        description = "The address of a picture." + WebAddress.RULES,
                        pattern = WebAddress.PATTERN,
                        nullable = true,
                        examples = "https://example.org/dani.jpg")
                @WebAddress
                @Size(max = WebAddresses.MAX_LENGTH, message = WebAddress.TOO_LONG)
                String picture,
        @Schema(
                        description = "Where else the author is found.",
                        nullable = true,
                        examples =
                                "[{\"label\": \"Mastodon\", \"url\": \"https://example.org/@dani\"}]")
                @Size(max = 20)
                List<@NotNull @Valid AuthorLink> links,
        @Schema(description = TermInput.INTERNAL, nullable = true, examples = "false")
                Boolean internal)
        implements TermInput {
    AuthorInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
        links = links == null ? List.of() : links;
    }
}
