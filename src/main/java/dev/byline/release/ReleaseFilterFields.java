package dev.byline.release;

import dev.byline.change.ChangeFilterFields;
import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import java.util.List;
import java.util.stream.Stream;

/// What a filter of releases may ask for.
final class ReleaseFilterFields implements FilterFields {
    private static final FilterRelation ITEMS =
            new FilterRelation("items", "release_item i", "i.release_id", "x.id", true);

    static final List<FilterField> FIELDS =
            Stream.of(
                            ReleaseView.PROPERTIES.filterFields().stream(),
                            Stream.of(FilterField.id("article", "i.article_id").of(ITEMS)),
                            ChangeFilterFields.of("release", "x.id").stream())
                    .flatMap(fields -> fields)
                    .map(field -> field.only(Audience.NEWSROOM))
                    .toList();

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
