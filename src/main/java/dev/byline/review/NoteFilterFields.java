package dev.byline.review;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import java.util.List;

/// What a filter of notes may ask for.
final class NoteFilterFields implements FilterFields {
    static final List<FilterField> FIELDS =
            NoteView.PROPERTIES.filterFields().stream()
                    .map(field -> field.only(Audience.NEWSROOM))
                    .toList();

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
