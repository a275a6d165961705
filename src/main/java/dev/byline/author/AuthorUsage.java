package dev.byline.author;

/// Tells who stands above authors how many articles bear one. Articles answer it.
public interface AuthorUsage {
    long articlesBy(Author author);
}
