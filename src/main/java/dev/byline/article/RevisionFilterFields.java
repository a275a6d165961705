package dev.byline.article;

import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.instant;
import static dev.byline.filter.FilterField.number;
import static dev.byline.filter.FilterField.text;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import java.util.List;
import java.util.stream.Stream;

/// What a filter of an article's history may ask for.
final class RevisionFilterFields implements FilterFields {
    static final List<FilterField> FIELDS =
            Stream.of(
                            number("number", "r.number"),
                            text("title", "r.title").sortedBy("r.sort_key").withPartsRead(),
                            number("wordCount", "r.word_count"),
                            instant("savedAt", "r.saved_at"),
                            id("savedBy", "r.saved_by").orNull(),
                            text("note", "r.note").orNull(),
                            instant("liveFrom", "r.live_from").orNull(),
                            instant("liveUntil", "r.live_until").orNull())
                    .map(field -> field.only(Audience.EDITORS))
                    .toList();

    @Override
    public List<FilterField> all() {
        return FIELDS;
    }
}
