package dev.byline.page;

import dev.byline.body.BodyFormat;
import dev.byline.record.Components;
import dev.byline.revision.Content;
import dev.byline.revision.Cover;
import dev.byline.revision.Plan;
import dev.byline.revision.Revision;
import dev.byline.revision.Seo;
import dev.byline.revision.Story;
import dev.byline.revision.StoryInput;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` and `PUT` take of a page.
@Schema(name = "PageInput", description = "A page, as written.")
record PageInput(
        @Schema(
                        description = StoryInput.SLUG,
                        pattern = Slugs.PATTERN,
                        maxLength = Slugs.MAX_LENGTH,
                        nullable = true,
                        examples = "imprint")
                @ValidSlug
                String slug,
        @Schema(
                        description = StoryInput.FORMER_SLUGS,
                        type = SchemaType.ARRAY,
                        implementation = Slugs.Slug.class,
                        nullable = true)
                @Size(max = 100)
                List<@NotNull @ValidSlug String> formerSlugs,
        @Schema(
                        description = "The headline, and its name in menus." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Imprint")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 300)
                String title,
        @Schema(
                        description = StoryInput.SUBTITLE + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        nullable = true)
                @Visible
                @OneLine
                @Size(max = 500)
                String subtitle,
        @Schema(description = StoryInput.SUMMARY, nullable = true) @Size(max = 2000) String summary,
        @Schema(description = StoryInput.BODY, examples = "Published by *The Byline*, Vienna.")
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
        @Schema(nullable = true) @Valid Cover cover,
        @Schema(nullable = true) @Valid Seo seo,
        @Schema(
                        description = StoryInput.CANONICAL_URL + WebAddress.RULES,
                        pattern = WebAddress.PATTERN,
                        nullable = true)
                @WebAddress
                @Size(max = WebAddresses.MAX_LENGTH, message = WebAddress.TOO_LONG)
                String canonicalUrl,
        @Schema(description = StoryInput.NOTE, nullable = true, examples = "First draft")
                @Size(max = 500)
                String note,
        @Schema(description = StoryInput.PUBLICATION, nullable = true, examples = "{}")
                Plan publication,
        @Schema(
                        description =
                                "The page above it, by its id or slug; null for none. What is no page outside of the trash is"
                                        + " `unknown-parent`, unless it stands below that by its id already; itself, and what"
                                        + " stands below it, `circular`.",
                        nullable = true)
                String parent,
        @Schema(
                        description =
                                "Its place among those with the same parent, the least first; 0 where left out.",
                        nullable = true,
                        examples = "10")
                Integer position)
        implements StoryInput {
    private static final Components<PageInput> COMPONENTS = Components.of(PageInput.class);

    PageInput {
        slug = Texts.nfc(slug);
        formerSlugs = Texts.nfc(formerSlugs);
        bodyFormat = bodyFormat == null ? BodyFormat.MARKDOWN : bodyFormat;
        language = language == null ? "en" : Languages.usual(language);
        parent = Texts.nfc(parent);
        position = position == null ? 0 : position;
    }

    @Override
    public Content content() {
        return Content.of(COMPONENTS.values(this));
    }

    /// What a merge patch starts from.
    static PageInput of(Story story, Revision base, Placement placement) {
        var values = StoryInput.values(story, base);
        values.put("parent", placement.parent() == null ? null : placement.parent().toString());
        values.put("position", placement.position());
        return COMPONENTS.make(values);
    }
}
