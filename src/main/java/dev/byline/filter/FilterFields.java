package dev.byline.filter;

import java.util.List;

/// What a list can be filtered by, for the document: it is written from what the code itself
/// compares with. The parameter `filter` of the list names the class that implements this in its
/// extension [#EXTENSION]; it has a constructor without parameters.
public interface FilterFields {
    String EXTENSION = "x-filter-fields";

    int MOST_CHARACTERS = 2_000;
    int MOST_COMPARISONS = 30;
    int MOST_VALUES = 50;
    int DEEPEST = 10;

    /// Everybody's fields, and those that are for some callers alone.
    List<FilterField> all();
}
