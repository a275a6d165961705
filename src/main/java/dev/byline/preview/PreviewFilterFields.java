package dev.byline.preview;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import java.util.List;

/// What a filter of preview links may ask for.
final class PreviewFilterFields implements FilterFields {
    static final List<FilterField> FIELDS =
            PreviewView.PROPERTIES.filterFields().stream()
                    .map(field -> field.only(Audience.NEWSROOM))
                    .toList();

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
