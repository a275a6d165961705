package dev.byline.tag;

import dev.byline.text.Slugs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tag as everybody gets it.
@Schema(
        name = "Tag",
        description = "A topic.",
        requiredProperties = {"id", "slug", "name", "description", "createdAt", "updatedAt"})
public record TagView(
        UUID id,
        @Schema(pattern = Slugs.PATTERN, examples = "politics") String slug,
        @Schema(examples = "Politics") String name,
        @Schema(nullable = true, examples = "How we are governed.") String description,
        Instant createdAt,
        Instant updatedAt) {
    static final List<String> FIELDS =
            List.of("id", "slug", "name", "description", "createdAt", "updatedAt");

    public static TagView of(Tag tag) {
        return new TagView(
                tag.id, tag.slug, tag.name, tag.description, tag.createdAt, tag.updatedAt);
    }
}
