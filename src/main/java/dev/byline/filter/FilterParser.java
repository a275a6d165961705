package dev.byline.filter;

import dev.byline.filter.FilterNode.Comparison;
import dev.byline.filter.FilterNode.Value;
import dev.byline.filter.FilterToken.Kind;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads the text of a filter, which is RSQL, and `!(…)` for where a group does not hold: no
/// parser of RSQL that is kept knows that. What the text may cost is bounded before anything
/// recursive sees it.
///
///     any:        all ("," all)*
///     all:        one (";" one)*
///     one:        "!"? "(" any ")" | comparison
///     comparison: text operator (text | "(" text ("," text)* ")")?
final class FilterParser {
    private final String text;
    private final List<FilterToken> tokens;
    private int at;

    private FilterParser(String text, List<FilterToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static FilterNode parse(String text) {
        if (text.length() > FilterFields.MOST_CHARACTERS) {
            throw FilterFault.at(
                    FilterFields.MOST_CHARACTERS,
                    FaultCode.TOO_LONG,
                    "filter may have %,d characters, and has %,d."
                            .formatted(FilterFields.MOST_CHARACTERS, text.length()));
        }
        checkControls(text);
        var tokens = FilterScanner.scan(text);
        FilterBounds.check(tokens);
        return new FilterParser(text, tokens).whole();
    }

    private static void checkControls(String text) {
        text.chars()
                .filter(Character::isISOControl)
                .findFirst()
                .ifPresent(
                        control -> {
                            throw FilterFault.syntax(
                                    text.indexOf(control),
                                    "A control character stands here: filter takes none.");
                        });
    }

    private FilterNode whole() {
        var node = any();
        if (at < tokens.size()) {
            throw fault();
        }
        return node;
    }

    private FilterNode any() {
        return several(Kind.OR, this::all, FilterNode.Any::new);
    }

    private FilterNode all() {
        return several(Kind.AND, this::one, FilterNode.All::new);
    }

    private FilterNode several(
            Kind between, Supplier<FilterNode> one, Function<List<FilterNode>, FilterNode> node) {
        var nodes = new ArrayList<FilterNode>();
        nodes.add(one.get());
        while (is(between)) {
            at++;
            nodes.add(one.get());
        }
        return nodes.size() == 1 ? nodes.getFirst() : node.apply(nodes);
    }

    private FilterNode one() {
        if (is(Kind.NOT)) {
            at++;
            return new FilterNode.Not(group());
        }
        return is(Kind.OPEN) ? group() : comparison();
    }

    private FilterNode group() {
        take(Kind.OPEN);
        var node = any();
        take(Kind.CLOSE);
        return node;
    }

    private Comparison comparison() {
        var field = takeText();
        var operator = take(Kind.OPERATOR);
        return new Comparison(
                field.content(),
                field.start(),
                FilterOperator.of(operator.text()).orElseThrow(),
                operator.start(),
                values());
    }

    /// That an operator has the right number of them is checked where the field is known.
    private List<Value> values() {
        var values = new ArrayList<Value>();
        if (isText()) {
            values.add(new Value(takeText()));
        } else if (is(Kind.OPEN)) {
            at++;
            if (!is(Kind.CLOSE)) {
                values.add(new Value(takeText()));
            }
            while (is(Kind.OR)) {
                at++;
                values.add(new Value(takeText()));
            }
            take(Kind.CLOSE);
        }
        return values;
    }

    private boolean is(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private boolean isText() {
        return at < tokens.size() && tokens.get(at).kind().isText();
    }

    private FilterToken take(Kind kind) {
        if (!is(kind)) {
            throw fault();
        }
        return tokens.get(at++);
    }

    private FilterToken takeText() {
        if (!isText()) {
            throw fault();
        }
        return tokens.get(at++);
    }

    private ProblemException fault() {
        return FilterSyntax.fault(tokens, text, at);
    }
}
