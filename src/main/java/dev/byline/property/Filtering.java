package dev.byline.property;

import dev.byline.filter.FilterField;
import java.util.function.UnaryOperator;

/// How a filter may ask for a property.
public enum Filtering {
    NONE(UnaryOperator.identity()),
    /// By its value, and a text by how it begins.
    VALUE(UnaryOperator.identity()),
    /// By a part of it too, which an index of trigrams finds.
    PARTS(FilterField::withParts),
    /// Likewise without an index.
    PARTS_READ(FilterField::withPartsRead);

    final UnaryOperator<FilterField> way;

    Filtering(UnaryOperator<FilterField> way) {
        this.way = way;
    }
}
