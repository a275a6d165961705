package dev.byline.term;

/// Tells who stands above terms how many articles are filed under one. Articles answer it.
public interface TermUsage {
    /// In any of their revisions.
    long articlesUnder(Term<?> term);

    /// SQL for a table of how many `articles` readers find by the `id` of their author or
    /// tag. Where there are none there may be no row.
    String counts();
}
