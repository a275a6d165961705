package dev.byline.tag;

/// Tells who stands above tags how many articles carry one. Articles answer it.
public interface TagUsage {
    /// In any of their revisions.
    long articlesWith(Tag tag);

    /// SQL for a table of how many `articles` readers find by the `id` of their tag. Where there
    /// are none there is no row.
    String countsByTag();
}
