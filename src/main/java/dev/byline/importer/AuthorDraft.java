package dev.byline.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/// An author as the API takes one.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorDraft(String slug, String name, String biography, String picture, List<Link> links)
        implements Draft {

    record Link(String label, String url) {}

    static AuthorDraft named(String slug, String name) {
        return new AuthorDraft(slug, name, null, null, List.of());
    }

    @Override
    public boolean isLike(JsonNode author) {
        return name.equals(author.path("name").textValue())
                && Objects.equals(biography, author.path("biography").textValue())
                && Objects.equals(picture, author.path("picture").textValue())
                && links.stream().map(Link::url).toList().equals(urls(author));
    }

    private static List<String> urls(JsonNode author) {
        return StreamSupport.stream(author.path("links").spliterator(), false)
                .map(link -> link.path("url").textValue())
                .toList();
    }
}
