package dev.byline.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// An article as the API takes one, in one request: all of it or nothing.
///
/// @param content the rest of it by the API's names, null where the file says nothing
/// @param publication null for a draft
record ArticleDraft(
        String slug, Map<String, Object> content, String note, Publication publication) {

    /// @param from null for now
    /// @param until null for no end
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Publication(@JsonInclude(JsonInclude.Include.ALWAYS) Instant from, Instant until) {
        boolean hasEnded() {
            return until != null && !until.isAfter(Instant.now());
        }

        /// For an article that readers have had: now, unless it begins after what they have and
        /// may be ahead, whatever the server's clock says.
        Publication again(Instant live) {
            var mayBeAhead = from.isAfter(Instant.now().minus(Duration.ofDays(1)));
            var isLater = live == null || from.isAfter(live);
            return new Publication(mayBeAhead && isLater ? from : null, until);
        }
    }

    ArticleDraft withNote(String note) {
        return new ArticleDraft(slug, content, note, publication);
    }

    ArticleDraft withPublication(Publication publication) {
        return new ArticleDraft(slug, content, note, publication);
    }

    /// In one order always, of which [Fingerprint] is made.
    @JsonValue
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("slug", slug);
        json.putAll(content);
        json.put("note", note);
        json.put("publication", publication);
        json.values().removeIf(Objects::isNull);
        return json;
    }
}
