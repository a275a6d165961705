package dev.byline.reading;

import static dev.byline.filter.FilterField.choice;
import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.instant;
import static dev.byline.filter.FilterField.slug;
import static dev.byline.filter.FilterField.text;

import dev.byline.change.ChangeFilterFields;
import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterRelation;
import dev.byline.identity.Audience;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Sql;
import dev.byline.term.TermLookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a filter of articles may ask for. Readers' fields are those of the live revision.
final class ArticleFilterFields implements FilterFields {
    private static final String RELATED =
            "revision_%1$s j join %1$s x on x.id = j.%1$s_id and %2$s";
    private static final FilterRelation SAVER =
            new FilterRelation("savedBy", "account x", "x.id", "r.saved_by", false);

    @Override
    public List<FilterField> all() {
        return of(Viewpoint.EDITOR);
    }

    static List<FilterField> of(Viewpoint viewpoint) {
        var fields =
                new ArrayList<>(ArticleView.properties(viewpoint).filterFields(special(viewpoint)));
        fields.addAll(related("authors", "author", viewpoint.mayEdit()));
        fields.addAll(related("tags", "tag", viewpoint.mayEdit()));
        editors().map(field -> field.only(Audience.EDITORS)).forEach(fields::add);
        fields.addAll(ChangeFilterFields.of("article", "a.id"));
        return fields;
    }

    private static Map<String, UnaryOperator<FilterField>> special(Viewpoint viewpoint) {
        return Map.of(
                "slug", field -> field.leadingTo(slug -> StoryLookup.named(viewpoint, slug)),
                "status", field -> choice(field.name(), statuses(viewpoint)));
    }

    private static List<FilterField> related(String name, String noun, boolean mayEdit) {
        var rows = RELATED.formatted(noun, TermLookup.visible("x", mayEdit));
        var relation = new FilterRelation(name, rows, "j.revision_id", "r.id", false);
        return Stream.of(
                        id("id", "x.id"),
                        slug("slug", "x.slug", TermLookup.isNamed(noun, mayEdit)).withParts(),
                        text("name", "x.name").sortedBy("x.sort_key").withParts())
                .map(field -> field.of(relation))
                .toList();
    }

    /// Beside what articles show.
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
