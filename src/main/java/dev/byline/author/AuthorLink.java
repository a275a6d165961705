package dev.byline.author;

import dev.byline.text.Visible;
import dev.byline.text.WebAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A place on the web where an author is found.
@Schema(name = "AuthorLink", description = "A place on the web where an author is found.")
public record AuthorLink(
        @Schema(examples = "Mastodon") @NotNull @Visible @Size(max = 100) String label,
        @Schema(format = "uri", examples = "https://example.org/@dani")
                @NotNull
                @WebAddress
                @Size(max = 2000)
                String url) {}
