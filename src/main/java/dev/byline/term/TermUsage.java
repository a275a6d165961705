package dev.byline.term;

import java.util.stream.Stream;

/// Tells who stands above terms how many articles are filed under one. Articles answer it.
public interface TermUsage {
    /// In any of their revisions.
    long articlesUnder(Term<?> term);

    /// The keys of caches for each article that has it in one of its revisions.
    Stream<String> keysOfArticlesUnder(Term<?> term);

    /// SQL for a table of how many `articles` readers find by the `id` of their author or
    /// tag. Where there are none there may be no row.
    String counts();
}
