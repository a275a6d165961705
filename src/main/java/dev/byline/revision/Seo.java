package dev.byline.revision;

import dev.byline.text.OneLine;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What search engines and social networks are told instead of title and summary.
@Schema(
        name = "Seo",
        description =
                "What search engines and social networks are told instead of title and summary.")
public record Seo(
        @Schema(
                        description = "Instead of the title." + OneLine.RULES,
                        pattern = OneLine.PATTERN,
                        nullable = true,
                        examples = "Council votes at night")
                @OneLine
                @Size(max = 300)
                String title,
        @Schema(nullable = true, examples = "What the council decided, and why it took so long.")
                @Size(max = 1000)
                String description) {}
