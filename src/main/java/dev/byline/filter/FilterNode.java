package dev.byline.filter;

import java.util.List;

/// What a filter says, with the places at which it says so.
sealed interface FilterNode {
    record All(List<FilterNode> nodes) implements FilterNode {}

    record Any(List<FilterNode> nodes) implements FilterNode {}

    /// Holds exactly where the other does not, be it for want of a value.
    record Not(FilterNode node) implements FilterNode {}

    /// @param place of the field's name
    record Comparison(
            String field, int place, FilterOperator operator, int operatorPlace, List<Value> values)
            implements FilterNode {}

    /// @param token as it was written
    record Value(FilterToken token) {
        String text() {
            return token.content();
        }

        int place() {
            return token.start();
        }
    }
}
