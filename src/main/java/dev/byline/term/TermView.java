package dev.byline.term;

import java.util.UUID;

/// A term as everybody gets it, whatever else it shows.
public interface TermView {
    String ARTICLE_COUNT = "articleCount";

    /// For editors.
    String INTERNAL = "internal";

    UUID id();
}
