package dev.byline.term;

import java.util.List;

/// What `POST` and `PUT` take of a term, whatever else they take of it.
public interface TermInput {
    /// For the document.
    String SLUG = "Its name in addresses. Made from the name where it is left out.";

    /// For the document.
    String FORMER_SLUGS =
            "Addresses it had elsewhere or before; they answer 308 to the present one. Those it has already stay.";

    /// For the document.
    String INTERNAL =
            "Whether it is for the newsroom alone: readers find it nowhere, in no article either. Left out or null, it stays"
                    + " as it is, and a new one is for all: its name is public at once, even where only drafts bear it.";

    /// Null where it is to be made from the name, or to stay as it is.
    String slug();

    /// Slugs that it had elsewhere or before.
    List<String> formerSlugs();

    String name();

    /// Whether it is for editors alone; null where that is to stay as it is.
    Boolean internal();
}
