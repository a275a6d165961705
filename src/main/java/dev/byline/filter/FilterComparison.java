package dev.byline.filter;

import static dev.byline.filter.FilterOperator.EQUAL;
import static dev.byline.filter.FilterOperator.NOT_EQUAL;
import static dev.byline.filter.FilterOperator.NULL;

import dev.byline.filter.FilterNode.Comparison;
import dev.byline.filter.FilterNode.Value;
import dev.byline.http.FaultCode;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import dev.byline.text.Collation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One comparison as SQL. What has no value differs from every value: `!=` and `=out=` hold
/// exactly where `==` and `=in=` do not.
final class FilterComparison {
    private final FilterField field;
    private final Comparison asked;

    private FilterComparison(FilterField field, Comparison asked) {
        this.field = field;
        this.asked = asked;
        checkOperator();
        checkValues();
    }

    static Sql of(FilterField field, Comparison asked) {
        return new FilterComparison(field, asked).sql();
    }

    /// The condition on a related row that is joined already.
    static Sql ofRow(FilterField field, Comparison asked) {
        var comparison = new FilterComparison(field, asked);
        return comparison.condition(asked.operator());
    }

    private Sql sql() {
        var relation = field.relation();
        if (relation == null) {
            return condition(asked.operator());
        }
        if (asked.operator() == NULL) {
            var some = relation.some(Sql.of(field.expression() + " is not null"));
            return isTrue() ? Sql.of("not ").then(some) : some;
        }
        var row = condition(asked.operator().positive());
        return asked.operator().isNegative() ? relation.none(row) : relation.some(row);
    }

    /// Whether it asks for a related row by one value: what is named is nearly always one thing.
    static boolean isNaming(FilterField field, Comparison asked) {
        return field.relation() != null
                && asked.operator() == EQUAL
                && !FilterPattern.isOne(asked.values());
    }

    /// Related things that are not there can only be told by looking at all; what is named, and
    /// instants, an index mostly knows.
    static Cost cost(FilterField field, Comparison asked) {
        var operator = asked.operator();
        if (field.relation() != null && (operator.isNegative() || operator == NULL)) {
            return Cost.SCAN;
        }
        if (field.type() == FilterType.TEXT && FilterPattern.isOne(asked.values())) {
            return FilterPattern.of(field, asked).cost();
        }
        var isIndexed =
                isNaming(field, asked)
                        || field.type() == FilterType.ID
                        || field.type() == FilterType.INSTANT;
        return isIndexed && !operator.isNegative() ? Cost.LOW : Cost.SEARCH;
    }

    private boolean isTrue() {
        return FilterType.flag(field.name() + asked.operator().symbols().getFirst(), first());
    }

    private Value first() {
        return asked.values().getFirst();
    }

    private Sql condition(FilterOperator operator) {
        if (operator == NULL) {
            return Sql.of(field.expression() + (isTrue() ? " is null" : " is not null"));
        }
        if (field.type() == FilterType.CHOICE) {
            return choice(operator);
        }
        if (isPattern()) {
            return pattern(operator);
        }
        if (field.text().named() != null && operator.positive().isSameness()) {
            return named(operator);
        }
        var values = values();
        if (operator.takesList()) {
            return list(operator, values);
        }
        if (field.type() == FilterType.TEXT && operator.isOrder()) {
            return inOrder(operator, (String) values.getFirst());
        }
        return Sql.of("%s %s ?".formatted(field.expression(), sign(operator)), values.getFirst());
    }

    /// Alike in every database.
    private Sql inOrder(FilterOperator operator, String text) {
        return field.text().sortKey() == null
                ? Sql.of("%s collate \"C\" %s ?".formatted(field.expression(), operator.sql), text)
                : Sql.of(
                        "%s %s ?".formatted(field.text().sortKey(), operator.sql),
                        Collation.ofSite().key(text));
    }

    /// An index knows nothing of `is distinct from`.
    private String sign(FilterOperator operator) {
        return operator == NOT_EQUAL && !field.nullable() ? "<>" : operator.sql;
    }

    /// What is named may have borne the slug before.
    private Sql named(FilterOperator operator) {
        var any =
                Sql.any(
                        asked.values().stream()
                                .map(value -> field.text().form().apply(value.text()))
                                .map(field.text().named())
                                .toList());
        return operator.isNegative() ? Sql.of("(").then(any).then(") is not true") : any;
    }

    private List<Object> values() {
        var values = new ArrayList<Object>();
        for (var value : asked.values()) {
            values.add(
                    switch (field.type().read(field.name(), asked.operator(), value)) {
                        case String text -> field.text().form().apply(text);
                        case Object other -> other;
                    });
        }
        return values;
    }

    private Sql list(FilterOperator operator, List<Object> values) {
        var marks = values.stream().map(_ -> "?").collect(Collectors.joining(", "));
        var in =
                Sql.of(
                        "%s %s (%s)".formatted(field.expression(), operator.sql, marks),
                        values.toArray());
        return operator.isNegative() ? orNull(in) : in;
    }

    private Sql orNull(Sql condition) {
        return field.nullable()
                ? condition.then(" or " + field.expression() + " is null")
                : condition;
    }

    private Sql choice(FilterOperator operator) {
        var conditions = asked.values().stream().map(this::choice).toList();
        var any = conditions.size() == 1 ? conditions.getFirst() : Sql.any(conditions);
        return operator.isNegative() ? Sql.of("not (").then(any).then(")") : any;
    }

    private Sql choice(Value value) {
        var condition = field.choices().get(value.text());
        if (condition == null) {
            FilterType.wrong(
                    field.name(), value, "one of " + String.join(", ", field.choices().keySet()));
        }
        return condition;
    }

    private boolean isPattern() {
        return field.type() == FilterType.TEXT && FilterPattern.isOne(asked.values());
    }

    private Sql pattern(FilterOperator operator) {
        var pattern = FilterPattern.of(field, asked);
        return operator == EQUAL
                ? Sql.of(field.expression() + " ~ ?", pattern.regex())
                : orNull(Sql.of(field.expression() + " !~ ?", pattern.regex()));
    }

    private void checkOperator() {
        if (!field.operators().contains(asked.operator())) {
            var takes =
                    field.operators().stream()
                            .map(operator -> operator.symbols().getFirst())
                            .collect(Collectors.joining(" "));
            throw FilterFault.at(
                    asked.operatorPlace(),
                    FaultCode.WRONG_OPERATOR,
                    "%s, which is %s, takes %s.".formatted(field.name(), description(), takes));
        }
    }

    private String description() {
        var type =
                field.type() == FilterType.INSTANT || field.type() == FilterType.ID ? "an " : "a ";
        return type + field.type().text() + (field.nullable() ? "" : " and never null");
    }

    private void checkValues() {
        var values = asked.values();
        var symbol = asked.operator().symbols().getFirst();
        if (values.isEmpty()) {
            throw FilterFault.at(
                    asked.operatorPlace(),
                    FaultCode.MISSING_VALUE,
                    symbol + " is followed by no value.");
        }
        if (!asked.operator().takesList() && values.size() > 1) {
            throw FilterFault.at(
                    values.get(1).place(),
                    FaultCode.TOO_MANY_VALUES,
                    symbol + " takes one value: for one of several use =in= or =out=.");
        }
        if (values.size() > FilterFields.MOST_VALUES) {
            throw FilterFault.at(
                    values.get(FilterFields.MOST_VALUES).place(),
                    FaultCode.TOO_MANY_VALUES,
                    "%s takes %d values: this is one too many."
                            .formatted(symbol, FilterFields.MOST_VALUES));
        }
    }
}
