package dev.byline.openapi;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/// The order in which groups of operations are shown: what most people come for stands first, and
/// last what only administrators do.
final class TagOrder {
    private static final List<String> FIRST =
            List.of(
                    "Articles",
                    "Publication",
                    "Revisions",
                    "Authors",
                    "Tags",
                    "Comments",
                    "Search");
    private static final List<String> LAST = List.of("Index", "Accounts");

    private TagOrder() {}

    static List<Tag> of(List<Tag> tags) {
        return tags.stream().sorted(Comparator.comparing(TagOrder::place)).toList();
    }

    /// What is named nowhere stands between.
    private static int place(Tag tag) {
        var first = FIRST.indexOf(tag.getName());
        return first >= 0 ? first : FIRST.size() + 1 + LAST.indexOf(tag.getName());
    }
}
