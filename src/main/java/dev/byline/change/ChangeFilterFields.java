package dev.byline.change;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import java.util.List;
import java.util.Set;

/// What a filter may ask of the change log, and of what was done to a thing: by whom, what and
/// when.
public final class ChangeFilterFields implements FilterFields {
    private static final List<FilterField> ALL =
            ChangeView.PROPERTIES.filterFields().stream()
                    .map(
                            field ->
                                    field.audience().isEverybody()
                                            ? field.only(Audience.NEWSROOM)
                                            : field)
                    .toList();
    private static final Set<String> OF_A_THING = Set.of("at", "act", "by.id", "by.name");

    @Override
    public List<FilterField> all() {
        return ALL;
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
        return ALL.stream()
                .filter(field -> OF_A_THING.contains(field.name()))
                .map(field -> field.of(changes))
                .toList();
    }
}
