package dev.byline.tag;

/// Tells who stands above tags how many articles carry one. Articles answer it.
public interface TagUsage {
    long articlesWith(Tag tag);
}
