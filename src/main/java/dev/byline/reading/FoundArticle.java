package dev.byline.reading;

import dev.byline.fulltext.HighlightedText;
import java.util.UUID;

/// An article that a search found, as far as a line of results needs it.
///
/// @param html the title as HTML with the words found in `mark` elements
/// @param snippet likewise the part of the summary or the body in which they stand, or null
public record FoundArticle(UUID id, String slug, String title, String html, String snippet) {
    static FoundArticle of(ArticleView view) {
        var story = view.story();
        var places = view.highlights();
        var snippet = places.body() == null ? places.summary() : places.body();
        return new FoundArticle(
                story.id(),
                story.slug(),
                story.content().title(),
                places.title() == null
                        ? HighlightedText.escape(story.content().title())
                        : places.title().html(),
                snippet == null ? null : snippet.html());
    }
}
