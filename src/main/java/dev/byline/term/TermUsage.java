package dev.byline.term;

/// Tells who stands above terms how many articles are filed under one. Articles answer it.
public interface TermUsage {
    /// In any of their revisions.
    long articlesUnder(Term<?> term);

    /// SQL for a table of how many `articles` readers find by the `id` of their term. Where there
    /// are none there is no row.
    ///
    /// @param noun `author` or `tag`
    String counts(String noun);
}
