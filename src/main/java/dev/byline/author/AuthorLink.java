package dev.byline.author;

import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import dev.byline.text.WebAddress;
import dev.byline.text.WebAddresses;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A place on the web where an author is found.
@Schema(name = "AuthorLink", description = "A place on the web where an author is found.")
public record AuthorLink(
        @Schema(
                        description = "What it is called." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Mastodon")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 100)
                String label,
        @Schema(
                        description = "Where it is." + WebAddress.RULES,
                        pattern = WebAddress.PATTERN,
                        examples = "https://example.org/@dani")
                @NotNull
                @WebAddress
                @Size(max = WebAddresses.MAX_LENGTH, message = WebAddress.TOO_LONG)
                String url) {}
