package dev.byline.revision;

import dev.byline.body.BodyFormat;
import dev.byline.record.Components;
import dev.byline.text.LanguageTag;
import dev.byline.text.Languages;
import dev.byline.text.OneLine;
import dev.byline.text.Slugs;
import dev.byline.text.Texts;
import dev.byline.text.ValidSlug;
import dev.byline.text.Visible;
import dev.byline.text.WebAddress;
import dev.byline.text.WebAddresses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` and `PUT` take of an article.
@Schema(name = "ArticleInput", description = "An article, as written.")
public record ArticleInput(
        @Schema(
                        description =
                                StoryInput.SLUG + " `archive` is an address of the API itself.",
                        pattern = "^(?!" + ArticleKind.RESERVED + "$)" + Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "a-night-at-the-council")
                @ValidSlug
                String slug,
        @Schema(
                        description =
                                StoryInput.FORMER_SLUGS
                                        + " `archive` is an address of the API itself.",
                        type = SchemaType.ARRAY,
                        implementation = Slugs.Slug.class,
                        nullable = true)
                @Size(max = 100)
                List<@NotNull @ValidSlug String> formerSlugs,
        @Schema(
                        description = "The headline." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "A night at the council")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 300)
                String title,
        @Schema(
                        description = StoryInput.SUBTITLE + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        nullable = true,
                        examples = "Nobody had gone home")
                @Visible
                @OneLine
                @Size(max = 500)
                String subtitle,
        @Schema(description = StoryInput.SUMMARY, nullable = true, examples = "The vote came late.")
                @Size(max = 2000)
                String summary,
        @Schema(
                        description = StoryInput.BODY,
                        examples = "The *vote* came late, and nobody had gone home.")
                @NotNull
                @Size(max = StoryInput.LONGEST_BODY)
                String body,
        @Schema(description = StoryInput.BODY_FORMAT, nullable = true) BodyFormat bodyFormat,
        @Schema(
                        description = StoryInput.LANGUAGE,
                        nullable = true,
                        pattern = Languages.PATTERN,
                        maxLength = Languages.MAX_LENGTH,
                        examples = "en")
                @LanguageTag
                String language,
        @Schema(
                        description =
                                "The byline, in its order: ids or slugs. What is none is `unknown-author`, what stands"
                                        + " there already, by either, is `twice`. A contributor who makes one and has an author stands in it: by"
                                        + " themselves where it is left out, else it is `not-in-byline`.",
                        nullable = true,
                        examples = "[\"dani-graham\"]")
                @Size(max = StoryInput.MOST_TERMS)
                List<@NotNull String> authors,
        @Schema(
                        description =
                                "Ids or slugs. What is none is `unknown-tag`, what stands there already, by either, is"
                                        + " `twice`.",
                        nullable = true,
                        examples = "[\"politics\"]")
                @Size(max = StoryInput.MOST_TERMS)
                List<@NotNull String> tags,
        @Schema(nullable = true) @Valid Cover cover,
        @Schema(nullable = true) @Valid Seo seo,
        @Schema(
                        description = StoryInput.CANONICAL_URL + WebAddress.RULES,
                        pattern = WebAddress.PATTERN,
                        nullable = true)
                @WebAddress
                @Size(max = WebAddresses.MAX_LENGTH, message = WebAddress.TOO_LONG)
                String canonicalUrl,
        @Schema(description = "Whether readers may comment; yes where left out.", nullable = true)
                Boolean commentsOpen,
        @Schema(description = StoryInput.NOTE, nullable = true, examples = "First draft")
                @Size(max = 500)
                String note,
        @Schema(description = StoryInput.PUBLICATION, nullable = true, examples = "{}")
                Plan publication)
        implements StoryInput {
    private static final Components<ArticleInput> COMPONENTS = Components.of(ArticleInput.class);

    public ArticleInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
        bodyFormat = bodyFormat == null ? BodyFormat.MARKDOWN : bodyFormat;
        language = language == null ? "en" : Languages.usual(language);
        authors = Texts.nfc(authors);
        tags = Texts.nfc(tags);
        commentsOpen = commentsOpen == null || commentsOpen;
    }

    /// What it says under the names of a [Content].
    @Override
    public Content content() {
        return Content.of(COMPONENTS.values(this));
    }

    /// What a merge patch starts from.
    public static ArticleInput of(Story story, Revision newest) {
        var values = StoryInput.values(story, newest);
        values.put("authors", newest.authors.stream().map(UUID::toString).toList());
        values.put("tags", newest.tags.stream().map(UUID::toString).toList());
        values.put("commentsOpen", story.commentsOpen);
        return COMPONENTS.make(values);
    }
}
