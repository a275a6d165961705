package dev.byline.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/// A tag as the API takes one.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TagDraft(String slug, String name, String description) implements Draft {

    static TagDraft named(String slug, String name) {
        return new TagDraft(slug, name, null);
    }

    @Override
    public boolean isLike(JsonNode tag) {
        return name.equals(tag.path("name").textValue())
                && Objects.equals(description, tag.path("description").textValue());
    }
}
