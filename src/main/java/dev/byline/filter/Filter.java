package dev.byline.filter;

import static dev.byline.http.ProblemType.UNKNOWN_FIELD;

import dev.byline.filter.FilterNode.All;
import dev.byline.filter.FilterNode.Any;
import dev.byline.filter.FilterNode.Comparison;
import dev.byline.filter.FilterNode.Not;
import dev.byline.http.FaultCode;
import dev.byline.identity.Caller;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the parameter `filter` asks of a list: RSQL over the fields that the list declares.
///
/// @param condition as SQL; what the text says is in it as values alone
/// @param fields the names that it asks for
/// @param names the related rows that all of it asks for by name
/// @param others what it asks for beside them, as SQL; the condition is both
public record Filter(
        Sql condition, Set<String> fields, Cost cost, List<Name> names, List<Sql> others) {

    /// @param fields what may be asked for, and by whom. One that the caller may not ask for is
    /// refused for the caller's sake alone, whatever the list holds.
    public static Filter of(String text, List<FilterField> fields, Caller caller) {
        var compiler = new Compiler(fields, caller);
        var root = FilterParser.parse(text);
        var condition = compiler.sql(root);
        var names = new ArrayList<Name>();
        var others = new ArrayList<FilterNode>();
        for (var node : root instanceof All all ? all.nodes() : List.of(root)) {
            compiler.name(node).ifPresentOrElse(names::add, () -> others.add(node));
        }
        var rest = others.isEmpty() ? List.<Sql>of() : List.of(compiler.all(others));
        return new Filter(condition, Set.copyOf(compiler.asked), compiler.cost, names, rest);
    }

    /// A related row that is named.
    ///
    /// @param field by which
    /// @param condition that it is the one, as SQL
    public record Name(String field, FilterRelation relation, Sql condition) {
        /// That there is such a row.
        public Sql some() {
            return relation.some(condition);
        }

        /// The same, asked of each row of the list as it comes.
        public Sql apart() {
            return relation.apart(condition);
        }

        private Sql set() {
            return relation.set(condition);
        }
    }

    private static final class Compiler {
        private final Map<String, FilterField> fields;
        private final Caller caller;
        private final Set<String> asked = new HashSet<>();
        private Cost cost = Cost.LOW;
        private int negations;

        Compiler(List<FilterField> fields, Caller caller) {
            this.fields =
                    fields.stream()
                            .collect(
                                    Collectors.toMap(
                                            FilterField::name,
                                            Function.identity(),
                                            (_, last) -> last,
                                            LinkedHashMap::new));
            this.caller = caller;
        }

        Sql sql(FilterNode node) {
            return switch (node) {
                case All all -> all(all.nodes());
                case Any any -> any(any.nodes());
                case Not not -> not(not.node());
                case Comparison comparison -> all(List.of(comparison));
            };
        }

        /// No index yields one or the other.
        private Sql any(List<FilterNode> nodes) {
            cost = cost.and(Cost.SEARCH);
            return Sql.any(nodes.stream().map(this::sql).toList());
        }

        /// What has no value, or no such related thing, is among them: to SQL neither is false.
        private Sql not(FilterNode node) {
            cost = cost.and(Cost.SEARCH);
            negations++;
            var condition = sql(node);
            negations--;
            return Sql.of("(").then(condition).then(") is not true");
        }

        /// Comparisons of a relation whose fields go together become one question for one row.
        private Sql all(List<FilterNode> nodes) {
            var conditions = new ArrayList<Sql>();
            var rows = new LinkedHashMap<FilterRelation, List<Sql>>();
            var named = new LinkedHashMap<String, List<Name>>();
            for (var node : nodes) {
                var name = name(node);
                if (name.isPresent()) {
                    named.computeIfAbsent(name.get().relation.outer(), _ -> new ArrayList<>())
                            .add(name.get());
                } else if (node instanceof Comparison comparison) {
                    var field = field(comparison);
                    if (field.isTogether()) {
                        rows.computeIfAbsent(field.relation(), _ -> new ArrayList<>())
                                .add(FilterComparison.ofRow(field, comparison));
                    } else {
                        conditions.add(FilterComparison.of(field, comparison));
                    }
                } else {
                    conditions.add(sql(node));
                }
            }
            rows.forEach((relation, row) -> conditions.add(relation.some(Sql.all(row))));
            named.forEach((outer, several) -> conditions.add(ofAll(outer, several)));
            return conditions.size() == 1 ? conditions.getFirst() : Sql.all(conditions);
        }

        private Optional<Name> name(FilterNode node) {
            if (node instanceof Comparison comparison) {
                var field = field(comparison);
                if (!field.isTogether() && FilterComparison.isNaming(field, comparison)) {
                    var condition = FilterComparison.ofRow(field, comparison);
                    return Optional.of(new Name(field.name(), field.relation(), condition));
                }
            }
            return Optional.empty();
        }

        private static Sql ofAll(String outer, List<Name> named) {
            var first = named.getFirst();
            return named.size() == 1
                    ? first.some()
                    : FilterRelation.inAll(outer, named.stream().map(Name::set).toList());
        }

        private FilterField field(Comparison comparison) {
            var field = fields.get(comparison.field());
            if (field == null) {
                throw FilterFault.at(
                        UNKNOWN_FIELD,
                        comparison.place(),
                        FaultCode.UNKNOWN_FIELD,
                        "filter names %s, which is not known; %s"
                                .formatted(
                                        FilterFault.quote(comparison.field()),
                                        FilterFault.hint(comparison.field(), fields.keySet())));
            }
            field.audience()
                    .demand(
                            caller,
                            field.name(),
                            (type, detail) ->
                                    FilterFault.at(
                                            type,
                                            comparison.place(),
                                            FaultCode.FORBIDDEN_FIELD,
                                            detail));
            asked.add(field.name());
            cost = cost.and(FilterComparison.cost(field, comparison));
            if (negations > 0 && field.relation() != null) {
                cost = cost.and(Cost.SCAN);
            }
            return field;
        }
    }
}
