package dev.byline.reading;

import dev.byline.fulltext.HighlightedText;
import dev.byline.fulltext.Highlights;
import dev.byline.story.StoryView;
import java.util.UUID;

/// A story that a search found, as far as a line of results needs it.
///
/// @param html the title as HTML with the words found in `mark` elements
/// @param snippet likewise the part of the summary or the body in which they stand, or null
public record FoundStory(UUID id, String slug, String title, String html, String snippet) {
    public static FoundStory of(StoryView story, Highlights.Found places) {
        var snippet = places.body() == null ? places.summary() : places.body();
        return new FoundStory(
                story.id(),
                story.slug(),
                story.content().title(),
                places.title() == null
                        ? HighlightedText.escape(story.content().title())
                        : places.title().html(),
                snippet == null ? null : snippet.html());
    }
}
