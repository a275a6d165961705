package dev.byline.term;

import java.util.UUID;

/// A term as everybody gets it, whatever else it shows.
public interface TermView {
    String ARTICLE_COUNT = "articleCount";

    /// Of the table `n`, in which the articles of all are counted.
    String ARTICLES_OF_ALL = "coalesce(n.articles, 0)::integer";

    UUID id();
}
