package dev.byline.revision;

import dev.byline.text.WebAddress;
import dev.byline.text.WebAddresses;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The picture that stands for a story.
@Schema(name = "Cover", description = "The picture that stands for it.")
public record Cover(
        @Schema(
                        description = "Where it is." + WebAddress.RULES,
                        pattern = WebAddress.PATTERN,
                        examples = "https://example.org/council.jpg")
                @NotNull
                @WebAddress
                @Size(max = WebAddresses.MAX_LENGTH, message = WebAddress.TOO_LONG)
                String url,
        @Schema(
                        description = "What it shows, for those who cannot see it.",
                        nullable = true,
                        examples = "The council chamber at night")
                @Size(max = 1000)
                String alt,
        @Schema(nullable = true, examples = "Photo: Dani Graham") @Size(max = 1000)
                String caption) {}
