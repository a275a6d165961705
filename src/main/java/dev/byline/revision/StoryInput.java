package dev.byline.revision;

import java.util.List;

/// What is written of a story of every kind.
public interface StoryInput {
    /// Null makes one from the title, or keeps the one that it has.
    String slug();

    List<String> formerSlugs();

    String title();

    Content content();

    String note();

    /// Null leaves it as it is.
    Plan publication();
}
