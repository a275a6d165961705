package dev.byline.revision;

import java.util.List;

/// What is written of a story of every kind.
public interface StoryInput {
    /// For the document.
    String SLUG =
            "Its name in addresses. Made from the title where it is left out; a PUT without it keeps it.";

    /// For the document.
    String FORMER_SLUGS =
            "Addresses it had elsewhere or before; they answer 308 to the present one. Those it has already stay.";

    /// Null makes one from the title, or keeps the one that it has.
    String slug();

    List<String> formerSlugs();

    String title();

    Content content();

    String note();

    /// Null leaves it as it is.
    Plan publication();
}
