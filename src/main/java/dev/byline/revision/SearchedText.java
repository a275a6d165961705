package dev.byline.revision;

import dev.byline.sql.Columns;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// A part of the [Content] by whose words articles are found.
///
/// @param column of `revision`, in which its plain text is
public record SearchedText(String name, char weight, boolean rendered, String column) {
    /// In the order in which they are read.
    public static final List<SearchedText> ALL =
            Content.COMPONENTS.all().stream()
                    .filter(component -> component.isAnnotationPresent(Searched.class))
                    .map(SearchedText::of)
                    .toList();

    private static SearchedText of(RecordComponent component) {
        var searched = component.getAnnotation(Searched.class);
        var column = Columns.name(component.getName()) + (searched.rendered() ? "_text" : "");
        return new SearchedText(
                component.getName(), searched.weight(), searched.rendered(), column);
    }

    /// Empty where there is none.
    ///
    /// @param content of the revision, by its names
    String of(Revision revision, Map<String, Object> content) {
        return orEmpty(rendered ? revision.bodyText : (String) content.get(name));
    }

    String of(ResultSet row) throws SQLException {
        return orEmpty(row.getString(column));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
