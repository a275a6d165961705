package dev.byline.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.body.BodyFormat;
import dev.byline.diff.Paragraphs.Markup;
import dev.byline.reading.Reference;
import dev.byline.revision.Content;
import dev.byline.revision.Revision;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a revision says, as texts by the names of its fields, or by paths where one holds several.
///
/// @param lists of authors and tags, of kinds that have them
record Written(Revision revision, Map<String, String> texts, Map<String, List<Reference>> lists) {
    static final String BODY = "body";
    static final Written NOTHING = new Written(null, Map.of(), Map.of());

    static Written of(Revision revision, Map<String, List<Reference>> lists, ObjectMapper mapper) {
        var texts = new LinkedHashMap<String, String>();
        Content.COMPONENTS
                .values(revision.content)
                .forEach((name, value) -> add(texts, name, mapper.valueToTree(value)));
        return new Written(revision, texts, lists);
    }

    private static void add(Map<String, String> texts, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(part -> add(texts, name + "." + part.getKey(), part.getValue()));
        } else if (!value.isNull()) {
            texts.put(name, value.asText());
        }
    }

    Markup markup() {
        return markup(revision.content.bodyFormat());
    }

    static Markup markup(BodyFormat format) {
        return format == BodyFormat.HTML ? Markup.HTML : Markup.MARKDOWN;
    }

    /// Those of both.
    Set<String> fieldsOf(Written other) {
        var fields = new LinkedHashSet<>(other.texts.keySet());
        fields.addAll(texts.keySet());
        return fields;
    }
}
