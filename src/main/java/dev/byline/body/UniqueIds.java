package dev.byline.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Makes the ids of a body differ: the first of those that are alike keeps its own, the others
/// get a number. The links of a footnote follow it.
final class UniqueIds {
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> footnotes = new HashMap<>();
    private final Set<String> taken;

    private UniqueIds(Element body) {
        taken = body.select("[id]").stream().map(Element::id).collect(Collectors.toSet());
    }

    static void distinguish(Element body) {
        var ids = new UniqueIds(body);
        body.select("[id]").forEach(ids::distinguishOne);
        if (!ids.footnotes.isEmpty()) {
            body.select(".footnote-ref a, a.footnote-backref").forEach(ids::follow);
        }
    }

    private void distinguishOne(Element element) {
        var id = element.id();
        if (seen.add(id)) {
            return;
        }
        var other = numbered(id);
        element.id(other);
        if (element.closest("section.footnotes, .footnote-ref") != null) {
            footnotes.putIfAbsent("#" + id, "#" + other);
        }
    }

    private String numbered(String id) {
        String other;
        do {
            other = id + "-" + numbers.merge(id, 1, Integer::sum);
        } while (!taken.add(other));
        return other;
    }

    private void follow(Element link) {
        link.attr("href", footnotes.getOrDefault(link.attr("href"), link.attr("href")));
    }
}
