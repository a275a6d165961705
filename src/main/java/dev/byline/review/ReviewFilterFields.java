package dev.byline.review;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import dev.byline.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a filter of reviews may ask for.
final class ReviewFilterFields implements FilterFields {
    static final List<FilterField> FIELDS =
            ReviewItem.PROPERTIES
                    .filterFields(
                            Map.of("state", field -> FilterField.choice(field.name(), states())))
                    .stream()
                    .map(field -> field.only(Audience.NEWSROOM))
                    .toList();

    private static Map<String, Sql> states() {
        var states = new LinkedHashMap<String, Sql>();
        for (var state : ReviewState.values()) {
            states.put(state.text(), Sql.of("s.state = ?", state));
        }
        return states;
    }

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
