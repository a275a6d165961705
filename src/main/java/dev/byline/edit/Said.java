package dev.byline.edit;

import dev.byline.revision.Content;
import dev.byline.revision.Revision;
import dev.byline.revision.TermIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a revision says, or what a request wants it to say.
public record Said(Content content, TermIds terms) {
    static final String BODY = "body";
    static final String BODY_FORMAT = "bodyFormat";
    static final String AUTHORS = "authors";
    static final String TAGS = "tags";

    public static Said of(Revision revision) {
        return new Said(revision.content, revision.terms());
    }

    /// By the names of fields.
    Map<String, Object> values() {
        var values = new LinkedHashMap<>(Content.COMPONENTS.values(content));
        values.put(AUTHORS, terms.authors());
        values.put(TAGS, terms.tags());
        return values;
    }

    static Said of(Map<String, Object> values) {
        return new Said(Content.of(values), new TermIds(list(values, AUTHORS), list(values, TAGS)));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Map<String, Object> values, String name) {
        return (List<T>) values.get(name);
    }

    /// The names of those that are others than there.
    public List<String> differences(Said other) {
        var others = other.values();
        var names = new ArrayList<String>();
        values().forEach(
                        (name, value) -> {
                            if (!Objects.equals(value, others.get(name))) {
                                names.add(name);
                            }
                        });
        return names;
    }
}
