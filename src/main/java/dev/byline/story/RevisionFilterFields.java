package dev.byline.story;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import java.util.List;

/// What a filter of a history may ask for.
final class RevisionFilterFields implements FilterFields {
    static final List<FilterField> FIELDS =
            RevisionHistory.Item.PROPERTIES.filterFields().stream()
                    .map(field -> field.only(Audience.NEWSROOM))
                    .toList();

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
