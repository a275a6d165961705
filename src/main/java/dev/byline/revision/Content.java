package dev.byline.revision;

import dev.byline.body.BodyFormat;
import java.util.List;
import java.util.UUID;

/// What an article says at one time: everything of a revision that was written and not derived.
/// Two equal contents need no new revision.
///
/// @param authors ids, in their order
/// @param tags likewise
public record Content(
        String title,
        String summary,
        String body,
        BodyFormat bodyFormat,
        String language,
        Cover cover,
        Seo seo,
        String canonicalUrl,
        List<UUID> authors,
        List<UUID> tags) {

    public static Content of(ArticleInput input, List<UUID> authors, List<UUID> tags) {
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
