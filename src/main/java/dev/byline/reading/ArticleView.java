package dev.byline.reading;

import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.author.AuthorView;
import dev.byline.fulltext.Highlights;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.revision.Viewpoint;
import dev.byline.story.StoryView;
import dev.byline.tag.TagView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An article as the API shows it: everything there is to show, of which [ArticleFields] lets
/// through what the caller may see and asked for.
@Schema(
        name = "Article",
        description =
                "An article. `body…` are left out of lists, and `bodyText` everywhere, unless `fields` names them.")
public record ArticleView(
        @JsonUnwrapped StoryView story,
        @Property
                @Schema(
                        description = "The byline, in its order.",
                        type = SchemaType.ARRAY,
                        implementation = ArticleAuthor.class)
                List<Object> authors,
        @Property @Schema(type = SchemaType.ARRAY, implementation = ArticleTag.class)
                List<Object> tags,
        @Property(sql = "a.comment_count", sort = true, filter = VALUE)
                @Schema(
                        description = "How many comments are approved.",
                        minimum = "0",
                        examples = "1")
                int commentCount,
        @Property(sql = "a.comments_open", filter = VALUE) boolean commentsOpen,
        @Property(onRequest = true)
                @Schema(
                        description =
                                "The one published before it. Of one article, where asked for.",
                        nullable = true)
                ArticleReference previous,
        @Property(onRequest = true)
                @Schema(
                        description =
                                "The one published after it. Of one article, where asked for.",
                        nullable = true)
                ArticleReference next,
        @Property(onRequest = true)
                @Schema(
                        description =
                                "Up to five that share tags, authors and words, the closest first. Of one article,"
                                        + " where asked for.")
                List<ArticleReference> related,
        @Property(onRequest = true) @Schema(description = "Where it was found; only with `q`.")
                Highlights.Found highlights) {
    static final Properties<ArticleView> PROPERTIES = Properties.of(ArticleView.class);

    static Properties<ArticleView> properties(Viewpoint viewpoint) {
        return PROPERTIES.with(StoryView.of(viewpoint));
    }

    /// An author as articles show it, for the OpenAPI document.
    @Schema(
            name = "ArticleAuthor",
            description = "A reference; with `include=authors`, the whole author.",
            anyOf = {Reference.class, AuthorView.class})
    interface ArticleAuthor {}

    /// A tag as articles show it, for the OpenAPI document.
    @Schema(
            name = "ArticleTag",
            description = "A reference; with `include=tags`, the whole tag.",
            anyOf = {Reference.class, TagView.class})
    interface ArticleTag {}
}
