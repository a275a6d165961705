package dev.byline.filter;

import dev.byline.filter.FilterToken.Kind;
import dev.byline.http.FaultCode;
import java.util.List;

/// What a filter may cost, held against its pieces before anything recursive sees them.
final class FilterBounds {
    private FilterBounds() {}

    static void check(List<FilterToken> tokens) {
        var groups = 0;
        var comparisons = 0;
        for (var index = 0; index < tokens.size(); index++) {
            var token = tokens.get(index);
            switch (token.kind()) {
                case OPEN -> groups = isList(tokens, index) ? groups : deeper(groups, token);
                case CLOSE -> groups--;
                case OPERATOR -> comparisons = oneMore(comparisons, token);
                default -> {}
            }
        }
    }

    private static int deeper(int depth, FilterToken bracket) {
        if (depth == FilterFields.DEEPEST) {
            throw FilterFault.at(
                    bracket.start(),
                    FaultCode.TOO_DEEP,
                    "filter may be nested %d deep: this bracket is one too many."
                            .formatted(FilterFields.DEEPEST));
        }
        return depth + 1;
    }

    private static int oneMore(int comparisons, FilterToken operator) {
        if (comparisons == FilterFields.MOST_COMPARISONS) {
            throw FilterFault.at(
                    operator.start(),
                    FaultCode.TOO_MANY_COMPARISONS,
                    "filter may have %d comparisons: this is one too many."
                            .formatted(FilterFields.MOST_COMPARISONS));
        }
        if (FilterOperator.of(operator.text()).isEmpty()) {
            throw FilterFault.at(
                    operator.start(),
                    FaultCode.UNKNOWN_OPERATOR,
                    "%s is no operator; %s"
                            .formatted(
                                    FilterFault.quote(operator.text()),
                                    FilterFault.hint(operator.text(), FilterOperator.known())));
        }
        return comparisons + 1;
    }

    private static boolean isList(List<FilterToken> tokens, int open) {
        return open > 0 && tokens.get(open - 1).kind() == Kind.OPERATOR;
    }
}
