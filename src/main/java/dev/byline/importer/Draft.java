package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;

/// What articles refer to by slug: an author or a tag, on its way to Byline.
sealed interface Draft permits AuthorDraft, TagDraft {
    String slug();

    /// Whether Byline's own says the same.
    boolean isLike(JsonNode existing);
}
