package dev.byline.page;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.revision.Viewpoint;
import dev.byline.story.StoryFilterFields;
import java.util.List;

/// What a filter of pages may ask for. Readers' fields are those of the live revision.
final class PageFilterFields implements FilterFields {
    @Override
    public List<FilterField> all() {
        return of(Viewpoint.editor(PageKind.PAGE));
    }

    static List<FilterField> of(Viewpoint viewpoint) {
        return StoryFilterFields.of(PageView.PROPERTIES, viewpoint);
    }
}
