package dev.byline.query;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.Arity;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import dev.byline.query.FilterNode.Comparison;
import dev.byline.query.FilterNode.Value;
import dev.byline.query.FilterToken.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads the text of a filter, which is RSQL. What the text may cost is bounded before it is
/// parsed; the parser tells no places, so each comparison gets its own from the
/// [FilterScanner]: both go through the text from left to right.
final class FilterParser {
    private static final Pattern COLUMN = Pattern.compile("at line 1, column (\\d+)");

    /// That an operator has the right number of values is checked here, where the place is known.
    private static final RSQLParser RSQL =
            new RSQLParser(
                    Arrays.stream(FilterOperator.values())
                            .map(
                                    operator ->
                                            new ComparisonOperator(
                                                    operator.symbols().toArray(String[]::new),
                                                    Arity.of(0, Integer.MAX_VALUE)))
                            .collect(Collectors.toSet()));

    private final List<FilterToken> tokens;
    private final Iterator<Integer> operators;

    private FilterParser(List<FilterToken> tokens) {
        this.tokens = tokens;
        this.operators =
                IntStream.range(0, tokens.size())
                        .filter(index -> tokens.get(index).kind() == Kind.OPERATOR)
                        .iterator();
    }

    static FilterNode parse(String text) {
        if (text.length() > FilterFields.MOST_CHARACTERS) {
            throw FilterFault.at(
                    FilterFields.MOST_CHARACTERS,
                    "too-long",
                    "filter may have %,d characters, and has %,d."
                            .formatted(FilterFields.MOST_CHARACTERS, text.length()));
        }
        checkControls(text);
        var tokens = FilterScanner.scan(text);
        FilterBounds.check(tokens);
        return new FilterParser(tokens).node(parsed(text, tokens));
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

    private static Node parsed(String text, List<FilterToken> tokens) {
        try {
            return RSQL.parse(text);
        } catch (RSQLParserException unreadable) {
            throw FilterSyntax.fault(tokens, text, column(unreadable));
        }
    }

    /// Where the parser stopped, counted from 0, or -1 where it wanted more.
    private static int column(RSQLParserException unreadable) {
        var message = String.valueOf(unreadable.getCause().getMessage());
        var column = COLUMN.matcher(message);
        return message.startsWith("Encountered \"<EOF>\"") || !column.find()
                ? -1
                : Integer.parseInt(column.group(1)) - 1;
    }

    private FilterNode node(Node node) {
        return switch (node) {
            case ComparisonNode comparison -> comparison(comparison);
            case AndNode and -> new FilterNode.All(nodes(and));
            case LogicalNode or -> new FilterNode.Any(nodes(or));
            default -> throw new IllegalStateException("A new kind of node: " + node);
        };
    }

    private List<FilterNode> nodes(LogicalNode parent) {
        return parent.getChildren().stream().map(this::node).toList();
    }

    private Comparison comparison(ComparisonNode comparison) {
        int at = operators.next();
        var operator = tokens.get(at);
        return new Comparison(
                comparison.getSelector(),
                tokens.get(at - 1).start(),
                FilterOperator.of(operator.text()).orElseThrow(),
                operator.start(),
                values(at + 1, comparison.getArguments()));
    }

    private List<Value> values(int first, List<String> texts) {
        var values = new ArrayList<Value>();
        var index = first;
        for (var text : texts) {
            while (!tokens.get(index).kind().isText()) {
                index++;
            }
            values.add(new Value(text, tokens.get(index++)));
        }
        return values;
    }
}
