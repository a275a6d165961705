package dev.byline.author;

import dev.byline.text.Slugs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An author as everybody gets it.
@Schema(
        name = "Author",
        description = "A person with a byline.",
        requiredProperties = {
            "id",
            "slug",
            "name",
            "biography",
            "picture",
            "links",
            "createdAt",
            "updatedAt"
        })
public record AuthorView(
        UUID id,
        @Schema(pattern = Slugs.PATTERN, examples = "dani-graham") String slug,
        @Schema(examples = "Dani Graham") String name,
        @Schema(nullable = true, examples = "Dani Graham writes on politics.") String biography,
        @Schema(nullable = true, format = "uri", examples = "https://example.org/dani.jpg")
                String picture,
        List<AuthorLink> links,
        Instant createdAt,
        Instant updatedAt) {
    static final List<String> FIELDS =
            List.of(
                    "id",
                    "slug",
                    "name",
                    "biography",
                    "picture",
                    "links",
                    "createdAt",
                    "updatedAt");

    public static AuthorView of(Author author) {
        return new AuthorView(
                author.id,
                author.slug,
                author.name,
                author.biography,
                author.picture,
                author.links,
                author.createdAt,
                author.updatedAt);
    }
}
