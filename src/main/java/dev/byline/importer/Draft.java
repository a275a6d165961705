package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What articles refer to by slug: an author or a tag, on its way to Byline.
sealed interface Draft permits AuthorDraft, TagDraft {
    String slug();

    /// A name where there is none: `jane-doe` becomes "Jane Doe".
    static String nameOf(String slug) {
        return Arrays.stream(slug.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// Whether Byline's own says the same.
    boolean isLike(JsonNode existing);
}
