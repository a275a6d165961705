package dev.byline.revision;

import java.util.List;
import java.util.Map;

/// What is written of a story of every kind.
public interface StoryInput {
    /// For the document.
    String SLUG =
            "Its name in addresses. Made from the title where it is left out; a PUT without it keeps it.";

    /// For the document.
    String FORMER_SLUGS =
            "Addresses it had elsewhere or before; they answer 308 to the present one. Those it has already stay.";

    /// For the document.
    String SUBTITLE = "The line under the title, in plain text.";

    /// For the document.
    String SUMMARY = "A teaser, in plain text.";

    /// For the document.
    String BODY = "The text. It is kept and comes back to the character.";

    /// For the document.
    String BODY_FORMAT = "How the text is written; Markdown where left out.";

    /// For the document.
    String LANGUAGE =
            "The text's language, as a tag of BCP 47; `en` where left out. It is kept in the case that RFC 5646"
                    + " recommends, such as `zh-Hant-TW`.";

    /// For the document.
    String CANONICAL_URL = "Where the original stands, if it is not here.";

    /// For the document.
    String NOTE = "What this save is about, for the history.";

    /// For the document.
    String PUBLICATION = "Publish in the same breath: now, or as the object says.";

    /// Of the body, in characters.
    int LONGEST_BODY = 1_048_576;

    /// Of a byline, and of tags.
    int MOST_TERMS = 50;

    /// Null makes one from the title, or keeps the one that it has.
    String slug();

    List<String> formerSlugs();

    String title();

    Content content();

    String note();

    /// Null leaves it as it is.
    Plan publication();

    /// What a merge patch starts from, by the names of an input: the newest revision. Its note and
    /// its publication are its own.
    static Map<String, Object> values(Story story, Revision newest) {
        var values = Content.COMPONENTS.values(newest.content);
        values.put("slug", story.slug);
        values.put("formerSlugs", List.of());
        return values;
    }
}
