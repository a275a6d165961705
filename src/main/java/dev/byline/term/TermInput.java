package dev.byline.term;

/// What `POST` and `PUT` take of a term, whatever else they take of it.
///
/// @param <I> itself
public interface TermInput<I extends TermInput<I>> {
    /// Null where it is to be made from the name, or to stay as it is.
    String slug();

    String name();

    I withSlug(String slug);
}
