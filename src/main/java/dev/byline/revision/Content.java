package dev.byline.revision;

import dev.byline.author.Author;
import dev.byline.body.BodyFormat;
import dev.byline.tag.Tag;
import java.util.List;

/// What an article says at one time: everything of a revision that was written and not derived.
/// Two equal contents need no new revision.
public record Content(
        String title,
        String summary,
        String body,
        BodyFormat bodyFormat,
        String language,
        Cover cover,
        Seo seo,
        String canonicalUrl,
        List<Author> authors,
        List<Tag> tags) {

    public static Content of(ArticleInput input, List<Author> authors, List<Tag> tags) {
        return new Content(
                input.title(),
                input.summary(),
                input.body(),
                input.bodyFormat(),
                input.language(),
                input.cover(),
                input.seo(),
                input.canonicalUrl(),
                authors,
                tags);
    }
}
