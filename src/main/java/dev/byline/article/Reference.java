package dev.byline.article;

import dev.byline.author.Author;
import dev.byline.tag.Tag;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An author or a tag, as far as a link to it needs.
@Schema(
        name = "Reference",
        description =
                "An author or a tag, as far as a link needs; with `include`, the whole of it.",
        requiredProperties = {"id", "slug", "name"})
record Reference(
        UUID id,
        @Schema(examples = "dani-graham") String slug,
        @Schema(examples = "Dani Graham") String name) {
    static Reference to(Author author) {
        return new Reference(author.id(), author.slug(), author.name());
    }

    static Reference to(Tag tag) {
        return new Reference(tag.id(), tag.slug(), tag.name());
    }
}
