package dev.byline.author;

/// Tells who stands above authors how many articles bear one. Articles answer it.
public interface AuthorUsage {
    /// In any of their revisions.
    long articlesBy(Author author);

    /// SQL for a table of how many `articles` readers find by the `id` of their author. Where there
    /// are none there is no row.
    String countsByAuthor();
}
