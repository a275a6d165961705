package dev.byline.tag;

import static dev.byline.filter.FilterField.bool;
import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.instant;
import static dev.byline.filter.FilterField.slug;
import static dev.byline.filter.FilterField.text;

import dev.byline.change.ChangeFilterFields;
import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import dev.byline.term.TermLookup;
import java.util.List;
import java.util.stream.Stream;

/// What a filter of tags may ask for.
final class TagFilterFields implements FilterFields {
    @Override
    public List<FilterField> all() {
        return of(true);
    }

    static List<FilterField> of(boolean mayEdit) {
        return Stream.concat(
                        Stream.of(
                                id("id", "x.id"),
                                slug("slug", "x.slug", TermLookup.isNamed("tag", mayEdit))
                                        .withParts(),
                                text("name", "x.name").sortedBy("x.sort_key").withParts(),
                                text("description", "x.description").orNull(),
                                instant("createdAt", "x.created_at"),
                                instant("updatedAt", "x.updated_at"),
                                bool("internal", "x.internal").only(Audience.EDITORS)),
                        ChangeFilterFields.of("tag", "x.id").stream())
                .toList();
    }
}
