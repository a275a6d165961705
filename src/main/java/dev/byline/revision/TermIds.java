package dev.byline.revision;

import java.util.List;
import java.util.UUID;

/// The authors and tags of a story, by their ids, in their order.
public record TermIds(List<UUID> authors, List<UUID> tags) {
    public static final TermIds NONE = new TermIds(List.of(), List.of());
}
