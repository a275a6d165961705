package dev.byline.story;

import static dev.byline.filter.FilterField.choice;
import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.instant;
import static dev.byline.filter.FilterField.text;

import dev.byline.change.ChangeFilterFields;
import dev.byline.filter.FilterField;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import dev.byline.property.Properties;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a filter of stories of every kind may ask for. Readers' fields are those of the live
/// revision.
public final class StoryFilterFields {
    private static final FilterRelation SAVER =
            new FilterRelation("savedBy", "account x", "x.id", "r.saved_by", false);

    private StoryFilterFields() {}

    /// @param properties of a view with a [StoryView]
    public static List<FilterField> of(Properties<?> properties, Viewpoint viewpoint) {
        return Stream.of(
                        properties
                                .with(StoryView.of(viewpoint))
                                .filterFields(special(viewpoint))
                                .stream(),
                        editors().map(field -> field.only(Audience.NEWSROOM)),
                        ChangeFilterFields.of(viewpoint.kind().noun(), "a.id").stream())
                .flatMap(fields -> fields)
                .toList();
    }

    private static Map<String, UnaryOperator<FilterField>> special(Viewpoint viewpoint) {
        return Map.of(
                "slug", field -> field.leadingTo(slug -> StoryLookup.named(viewpoint, slug)),
                "status", field -> choice(field.name(), statuses(viewpoint)));
    }

    /// Beside what stories show.
    private static Stream<FilterField> editors() {
        return Stream.of(
                instant("changedAt", "a.changed_at"),
                id("id", "x.id").of(SAVER),
                text("name", "x.name").withPartsRead().of(SAVER));
    }

    /// What is live is published.
    private static Map<String, Sql> statuses(Viewpoint viewpoint) {
        var statuses = new LinkedHashMap<String, Sql>();
        for (var status : ArticleStatus.values()) {
            statuses.put(
                    status.text(),
                    Sql.of(
                            viewpoint.live()
                                    ? String.valueOf(status == ArticleStatus.PUBLISHED)
                                    : status.condition));
        }
        return statuses;
    }
}
