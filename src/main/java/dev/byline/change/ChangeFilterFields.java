package dev.byline.change;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import java.util.List;
import java.util.stream.Stream;

/// What a filter may ask of the change log, and of what was done to a thing: by whom, what and
/// when.
public final class ChangeFilterFields implements FilterFields {
    @Override
    public List<FilterField> all() {
        return Stream.concat(
                        Stream.of(
                                FilterField.number("position", "g.id"),
                                FilterField.text("subject.type", "g.subject_type"),
                                FilterField.id("subject.id", "g.subject_id"),
                                FilterField.number("revisionBefore", "g.revision_before").orNull(),
                                FilterField.number("revisionAfter", "g.revision_after").orNull()),
                        common())
                .map(field -> field.only(Audience.EDITORS))
                .toList();
    }

    private static Stream<FilterField> common() {
        return Stream.of(
                FilterField.instant("at", "g.at"),
                FilterField.text("act", "g.act"),
                FilterField.id("by.id", "g.account_id").orNull(),
                FilterField.text("by.name", "w.name").orNull().withPartsRead());
    }

    /// Of the things of a list, for editors. Comparisons that an `and` holds together are about the
    /// same change.
    ///
    /// @param type of the thing, as its changes name it
    /// @param subject the SQL of the thing's id
    public static List<FilterField> of(String type, String subject) {
        var changes =
                new FilterRelation(
                        "changes",
                        ChangeView.ROWS,
                        "(g.subject_type, g.subject_id)",
                        "('%s', %s)".formatted(type, subject),
                        true);
        return common().map(field -> field.of(changes).only(Audience.EDITORS)).toList();
    }
}
