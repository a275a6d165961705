package dev.byline.term;

import java.util.UUID;
import java.util.stream.Stream;

/// Tells terms how many articles are filed under one. Articles answer it.
public interface TermUsage {
    /// In any of their revisions.
    ///
    /// @param noun of the kind
    long articlesUnder(String noun, UUID id);

    /// The keys of caches for each article that has it in one of its revisions.
    Stream<String> keysOfArticlesUnder(String noun, UUID id);

    /// SQL for a table of how many `articles` readers find by the `id` of their author or
    /// tag. Where there are none there may be no row.
    String counts();
}
