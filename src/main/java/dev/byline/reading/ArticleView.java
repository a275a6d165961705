package dev.byline.reading;

import dev.byline.author.AuthorView;
import dev.byline.body.BodyFormat;
import dev.byline.body.BodyWarning;
import dev.byline.body.Rendering;
import dev.byline.fulltext.Highlights;
import dev.byline.identity.Audience;
import dev.byline.property.Property;
import dev.byline.revision.ArticleStatus;
import dev.byline.revision.Bodies;
import dev.byline.revision.Cover;
import dev.byline.revision.Seo;
import dev.byline.tag.TagView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An article as the API shows it: everything there is to show, of which [ArticleFields] lets
/// through what the caller may see and asked for.
@Schema(
        name = "Article",
        description =
                "An article. `body…` are left out of lists, and `bodyText` everywhere, unless `fields` names them.")
public record ArticleView(
        UUID id,
        @Schema(description = "Its name in addresses.", examples = "a-night-at-the-council")
                String slug,
        @Schema(examples = "A night at the council") String title,
        @Schema(nullable = true, examples = "The vote came late.") String summary,
        @Schema(description = "A tag of BCP 47.", examples = "en") String language,
        @Property(onRequest = true)
                @Schema(
                        description = "The source, as it was written.",
                        examples = "The *vote* came late.")
                String body,
        BodyFormat bodyFormat,
        @Property(onRequest = true)
                @Schema(
                        description = "The body as HTML, rendered and sanitised by the server.",
                        examples = "<p>The <em>vote</em> came late.</p>")
                String bodyHtml,
        @Property(onRequest = true)
                @Schema(description = "The body as plain text.", examples = "The vote came late.")
                String bodyText,
        @Schema(
                        description = "The byline, in its order.",
                        type = SchemaType.ARRAY,
                        implementation = ArticleAuthor.class)
                List<Object> authors,
        @Schema(type = SchemaType.ARRAY, implementation = ArticleTag.class) List<Object> tags,
        @Schema(nullable = true) Cover cover,
        @Schema(nullable = true) Seo seo,
        @Schema(nullable = true, format = "uri") String canonicalUrl,
        @Schema(description = "When readers first got it.", nullable = true) Instant publishedAt,
        @Schema(description = "Since when readers get what they get now.", nullable = true)
                Instant updatedAt,
        @Schema(minimum = "0", examples = "412") int wordCount,
        @Schema(minimum = "0", examples = "2") int readingMinutes,
        @Schema(description = "How many comments are approved.", minimum = "0", examples = "1")
                int commentCount,
        boolean commentsOpen,
        ArticleStatus status,
        @Schema(description = "The number of the revision shown.", minimum = "1", examples = "3")
                int revision,
        @Property(audience = Audience.EDITORS)
                @Schema(
                        description =
                                "Whether readers get something else than the newest revision. For editors.")
                Boolean hasUnpublishedChanges,
        @Property(audience = Audience.EDITORS) @Schema(description = "For editors.")
                Instant createdAt,
        @Property(audience = Audience.EDITORS)
                @Schema(description = "When this revision was saved. For editors.")
                Instant savedAt,
        @Property(audience = Audience.EDITORS)
                @Schema(description = "The account that saved it. For editors.", nullable = true)
                SavedBy savedBy,
        @Property(audience = Audience.EDITORS)
                @Schema(description = "What the save was about. For editors.", nullable = true)
                String note,
        @Property(audience = Audience.EDITORS)
                @Schema(
                        description = "Since when it is in the trash. For editors.",
                        nullable = true)
                Instant trashedAt,
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
                Highlights.Found highlights,
        @Property(onRequest = true)
                @Schema(
                        description =
                                "Only in answers to writes: what of the body was taken out or changed when it was rendered,"
                                        + " in the order of the source. Up to 100, and one that says how many more.",
                        maxItems = 101)
                List<BodyWarning> warnings) {

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

    /// The account that saved a revision.
    @Schema(name = "SavedBy", description = "An account.")
    record SavedBy(UUID id, @Schema(examples = "admin") String name) {}

    static ArticleView of(
            ArticleRow row, References.Known names, Bodies bodies, RelatedArticles beside) {
        return new ArticleView(
                row.id(),
                row.slug(),
                row.title(),
                row.summary(),
                row.language(),
                bodies.source(),
                row.bodyFormat(),
                bodies.html(),
                bodies.text(),
                names.authors(row.authors()),
                names.tags(row.tags()),
                row.cover(),
                row.seo(),
                row.canonicalUrl(),
                row.publishedAt(),
                row.liveFrom(),
                row.wordCount(),
                Rendering.readingMinutes(row.wordCount()),
                row.commentCount(),
                row.commentsOpen(),
                row.status(),
                row.revision(),
                row.hasUnpublishedChanges(),
                row.createdAt(),
                row.savedAt(),
                row.savedById() == null ? null : new SavedBy(row.savedById(), row.savedByName()),
                row.note(),
                row.trashedAt(),
                beside.previous(),
                beside.next(),
                beside.related(),
                null,
                null);
    }

    ArticleView found(Highlights.Found highlights) {
        return with(highlights, warnings);
    }

    public ArticleView warned(List<BodyWarning> warnings) {
        return with(highlights, warnings);
    }

    private ArticleView with(Highlights.Found highlights, List<BodyWarning> warnings) {
        return new ArticleView(
                id,
                slug,
                title,
                summary,
                language,
                body,
                bodyFormat,
                bodyHtml,
                bodyText,
                authors,
                tags,
                cover,
                seo,
                canonicalUrl,
                publishedAt,
                updatedAt,
                wordCount,
                readingMinutes,
                commentCount,
                commentsOpen,
                status,
                revision,
                hasUnpublishedChanges,
                createdAt,
                savedAt,
                savedBy,
                note,
                trashedAt,
                previous,
                next,
                related,
                highlights,
                warnings);
    }
}
