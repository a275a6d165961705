package dev.byline.filter;

import dev.byline.filter.FilterToken.Kind;
import dev.byline.http.ProblemException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// Says what the parser did not understand.
final class FilterSyntax {
    private FilterSyntax() {}

    /// @param index of the piece that is wrong; behind the last where the text ends too early
    static ProblemException fault(List<FilterToken> tokens, String text, int index) {
        return index < tokens.size()
                ? FilterFault.syntax(tokens.get(index).start(), outOfPlace(tokens, index))
                : endsEarly(tokens, text);
    }

    private static String outOfPlace(List<FilterToken> tokens, int index) {
        var token = tokens.get(index);
        var before = index == 0 ? null : tokens.get(index - 1);
        return switch (token.kind()) {
            case CLOSE -> closing(before);
            case AND, OR -> "A comparison is missing before this.";
            case OPERATOR -> "A field's name is missing before this operator.";
            case OPEN -> "A bracket cannot open here.";
            case NOT -> "Before this \";\" or \",\" is missing.";
            case WORD, QUOTED -> text(before, token);
        };
    }

    private static String closing(FilterToken before) {
        return before == null || before.kind().isText()
                ? "This bracket closes none."
                : "A comparison is missing before this bracket.";
    }

    private static String text(FilterToken before, FilterToken token) {
        return before != null && (before.kind().isText() || before.kind() == Kind.CLOSE)
                ? "Before %s \";\" or \",\" is missing; a value with a space in it stands in quotes."
                        .formatted(FilterFault.quote(token.text()))
                : "%s is out of place here.".formatted(FilterFault.quote(token.text()));
    }

    private static ProblemException endsEarly(List<FilterToken> tokens, String text) {
        if (tokens.isEmpty()) {
            return FilterFault.syntax(0, "filter is empty.");
        }
        var last = tokens.getLast();
        return switch (last.kind()) {
            case WORD, QUOTED, CLOSE ->
                    lastOpen(tokens)
                            .map(
                                    open ->
                                            FilterFault.syntax(
                                                    open.start(),
                                                    "The bracket that opens here is not closed."))
                            .orElseGet(() -> noOperator(last, text));
            default -> FilterFault.syntax(text.length(), "A comparison is missing at the end.");
        };
    }

    private static ProblemException noOperator(FilterToken last, String text) {
        return FilterFault.syntax(
                text.length(),
                "Behind %s an operator is missing, such as ==."
                        .formatted(FilterFault.quote(last.text())));
    }

    private static Optional<FilterToken> lastOpen(List<FilterToken> tokens) {
        var open = new ArrayDeque<FilterToken>();
        for (var token : tokens) {
            if (token.kind() == Kind.OPEN) {
                open.push(token);
            } else if (token.kind() == Kind.CLOSE) {
                open.poll();
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
