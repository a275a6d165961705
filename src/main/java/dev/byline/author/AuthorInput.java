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
                        description =
                                "Its name in addresses. Made from the name where it is left out.",
                        pattern = Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "dani-graham")
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
        @Schema(
                        description =
                                "Whether it is for editors alone: readers find it nowhere, in no article either. Left out or"
                                        + " null, it stays as it is, and a new one is for all: its name is public at once, even"
                                        + " where only drafts bear it.",
                        nullable = true,
                        examples = "false")
                Boolean internal)
        implements TermInput<AuthorInput> {
    AuthorInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
        links = links == null ? List.of() : links;
    }

    @Override
    public AuthorInput content(String slug) {
        return new AuthorInput(slug, List.of(), name, biography, picture, links, null);
    }
}
