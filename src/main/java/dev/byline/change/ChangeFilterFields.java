package dev.byline.change;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import java.util.List;
import java.util.stream.Stream;

/// What a filter may ask of the change log about a thing: by whom something was done to it, what
/// and when. For editors. Comparisons that an `and` holds together are about the same change.
public final class ChangeFilterFields {
    private static final String ROWS = "change g left join account w on w.id = g.account_id";

    private ChangeFilterFields() {}

    /// @param type of the thing, as its changes name it
    /// @param subject the SQL of the thing's id
    public static List<FilterField> of(String type, String subject) {
        var changes =
                new FilterRelation(
                        "changes",
                        ROWS,
                        "(g.subject_type, g.subject_id)",
                        "('%s', %s)".formatted(type, subject),
                        true);
        return Stream.of(
                        FilterField.instant("at", "g.at"),
                        FilterField.text("act", "g.act"),
                        FilterField.id("by.id", "g.account_id").orNull(),
                        FilterField.text("by.name", "w.name").orNull().withPartsRead())
                .map(field -> field.of(changes).only(Audience.EDITORS))
                .toList();
    }
}
