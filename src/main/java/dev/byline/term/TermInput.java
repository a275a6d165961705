package dev.byline.term;

import java.util.List;

/// What `POST` and `PUT` take of a term, whatever else they take of it.
///
/// @param <I> itself
public interface TermInput<I extends TermInput<I>> {
    /// Null where it is to be made from the name, or to stay as it is.
    String slug();

    /// Slugs that it had elsewhere or before.
    List<String> formerSlugs();

    String name();

    /// Whether it is for editors alone; null where that is to stay as it is.
    Boolean internal();

    /// What a term of this slug says by it: the input without former slugs, and whoever it is for.
    I content(String slug);
}
