package dev.byline.reading;

import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.slug;
import static dev.byline.filter.FilterField.text;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterRelation;
import dev.byline.revision.Viewpoint;
import dev.byline.story.StoryFilterFields;
import dev.byline.term.TermLookup;
import java.util.List;
import java.util.stream.Stream;

/// What a filter of articles may ask for. Readers' fields are those of the live revision.
final class ArticleFilterFields implements FilterFields {
    private static final String RELATED =
            "revision_%1$s j join %1$s x on x.id = j.%1$s_id and %2$s";

    @Override
    public List<FilterField> all() {
        return of(Viewpoint.EDITOR);
    }

    static List<FilterField> of(Viewpoint viewpoint) {
        return Stream.of(
                        StoryFilterFields.of(ArticleView.PROPERTIES, viewpoint),
                        related("authors", "author", viewpoint.seesDrafts()),
                        related("tags", "tag", viewpoint.seesDrafts()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<FilterField> related(String name, String noun, boolean seesDrafts) {
        var rows = RELATED.formatted(noun, TermLookup.visible("x", seesDrafts));
        var relation = new FilterRelation(name, rows, "j.revision_id", "r.id", false);
        return Stream.of(
                        id("id", "x.id"),
                        slug("slug", "x.slug", TermLookup.isNamed(noun, seesDrafts)).withParts(),
                        text("name", "x.name").sortedBy("x.sort_key").withParts())
                .map(field -> field.of(relation))
                .toList();
    }
}
