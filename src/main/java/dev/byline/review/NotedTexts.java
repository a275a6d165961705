package dev.byline.review;

import static java.util.stream.Collectors.joining;

import dev.byline.body.BodyFormat;
import dev.byline.diff.Paragraphs.Markup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// The texts of a revision, as notes speak of them. One that is not there is empty.
record NotedTexts(Map<NoteField, String> all, Markup markup) {
    static final String COLUMNS =
            Stream.of(NoteField.values()).map(field -> "r." + field.column).collect(joining(", "))
                    + ", r.body_format";

    static NotedTexts of(ResultSet row) throws SQLException {
        var texts = new EnumMap<NoteField, String>(NoteField.class);
        for (var field : NoteField.values()) {
            var text = row.getString(field.column);
            texts.put(field, text == null ? "" : text);
        }
        var isHtml = BodyFormat.valueOf(row.getString("body_format")) == BodyFormat.HTML;
        return new NotedTexts(texts, isHtml ? Markup.HTML : Markup.MARKDOWN);
    }

    String of(NoteField field) {
        return all.get(field);
    }
}
