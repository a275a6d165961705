package dev.byline.page;

import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.fulltext.Highlights;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.list.Slice;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.story.StoryView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page as the API shows it.
@Schema(
        name = "Page",
        description =
                "A story that stands by itself, such as an imprint. `body…` are left out of lists, and `bodyText`"
                        + " everywhere, unless `fields` names them.")
record PageView(
        @JsonUnwrapped StoryView story,
        @Property
                @Schema(
                        description =
                                "The page above it in menus. Readers are told of one that they get.",
                        nullable = true)
                Parent parent,
        @Property(sql = "p.position", sort = true, filter = VALUE)
                @Schema(
                        description =
                                "Its place among those with the same parent, the least first.",
                        examples = "10")
                int position,
        @Property(onRequest = true) @Schema(description = "Where it was found; only with `q`.")
                Highlights.Found highlights) {
    static final Properties<PageView> PROPERTIES = Properties.of(PageView.class);

    @Schema(name = "PageReference", description = "A page, as others name it.")
    record Parent(
            @Property(sql = "b.id", filter = VALUE) UUID id,
            @Property(sql = "b.slug", filter = PARTS_READ) @Schema(examples = "about") String slug,
            @Property(sql = "b.title") @Schema(examples = "About us") String title) {}

    /// A part of the list, as it is answered.
    @Schema(name = "PageList", description = "A part of the list of pages.")
    record Listed(
            List<PageView> data,
            Slice.Page page,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(description = "How `q` was understood; only with `q`.")
                    SearchInterpretation search) {}
}
