package dev.byline.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.importer.report.Outcome;
import dev.byline.importer.report.Refusal;
import java.util.Map;
import java.util.stream.Collectors;

/// Sends the authors, or the tags, that articles name. What Byline has already under a slug stays
/// as it is, unless the folder is to win.
final class TermDelivery {
    private static final int CONFLICT = 409;

    private final Server server;
    private final String path;
    private final boolean overwrite;
    private final Map<String, JsonNode> existing;

    /// @param path `authors` or `tags`
    TermDelivery(Server server, String path, boolean overwrite) throws Refusal {
        this.server = server;
        this.path = path;
        this.overwrite = overwrite;
        this.existing =
                server.all(path).stream()
                        .collect(
                                Collectors.toMap(item -> item.path("slug").asText(), item -> item));
    }

    /// One that a file describes.
    Outcome deliver(Draft draft) throws Refusal {
        var current = current(draft);
        return current == null ? create(draft) : compare(draft, current);
    }

    /// One that has no file: of it the folder knows no more than the slug.
    void deliverMade(Draft draft) throws Refusal {
        if (current(draft) == null) create(draft);
    }

    /// The one that bears the slug or, where it has another by now, bore it; or null.
    private JsonNode current(Draft draft) {
        var known = existing.get(draft.slug());
        if (known != null) return known;
        var found = server.get(item(draft));
        return found.isSuccess() ? found.body() : null;
    }

    private Outcome create(Draft draft) throws Refusal {
        var created = server.post(path, draft, item(draft));
        if (created.status() == CONFLICT) {
            var current = server.get(item(draft));
            if (current.isSuccess()) return compare(draft, current.body());
        }
        created.orRefusal();
        return Outcome.CREATED;
    }

    private Outcome compare(Draft draft, JsonNode current) throws Refusal {
        if (draft.isLike(current)) return Outcome.UNCHANGED;
        if (!overwrite) return Outcome.KEPT;
        server.put(item(draft), draft, server.get(item(draft)).orRefusal().etag()).orRefusal();
        return Outcome.UPDATED;
    }

    private String item(Draft draft) {
        return path + "/" + draft.slug();
    }
}
