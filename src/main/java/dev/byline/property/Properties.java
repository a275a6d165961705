package dev.byline.property;

import dev.byline.filter.FilterField;
import dev.byline.identity.Audience;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import dev.byline.list.SortKey;
import dev.byline.record.EntityFields;
import dev.byline.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The properties of a thing, as the components of its view tell them ([Property]). Kept in a
/// constant: what is asked of the class by reflection is asked once.
///
/// @param <V> the view, a record
public final class Properties<V> {
    private final RecordShape<V> shape;
    private final List<Value> named;
    private final List<Value> values;
    private final Template templates;

    private Properties(RecordShape<V> shape, Template templates) {
        this.shape = shape;
        this.named = shape.values().stream().filter(Value::isNamed).toList();
        this.values = named.stream().filter(Value::isRead).toList();
        this.templates = templates;
    }

    public static <V> Properties<V> of(Class<V> type) {
        return new Properties<>(RecordShape.of(type), new Template(Map.of()));
    }

    /// These, with SQL for the `{name}`s in theirs.
    public Properties<V> with(Map<String, Sql> sql) {
        return new Properties<>(shape, templates.and(sql));
    }

    /// Those that the asker sees, but for what is read on request.
    ///
    /// @param asker all to which the asker belongs
    public Selection<V> select(Set<Audience> asker) {
        return select(asker, _ -> false);
    }

    /// Likewise, and what is read on request where these name it.
    public Selection<V> select(Set<Audience> asker, Fields fields) {
        return select(asker, fields::has);
    }

    private Selection<V> select(Set<Audience> asker, Predicate<String> asked) {
        return selection(selected(asker, asked));
    }

    /// Those alone that are read on request, where these name them.
    public Selection<V> requested(Fields fields) {
        return selection(
                values.stream().filter(Value::onRequest).filter(one -> fields.has(one.property())));
    }

    private Selection<V> selection(Stream<Value> selected) {
        return new Selection<>(shape, selected.toList(), this::sql);
    }

    /// The names of those that are read on request.
    public List<String> onRequest() {
        return values.stream().filter(Value::onRequest).map(Value::property).toList();
    }

    private Stream<Value> selected(Set<Audience> asker, Predicate<String> asked) {
        return values.stream()
                .filter(one -> asker.contains(one.audience()))
                .filter(one -> !one.onRequest() || asked.test(one.property()));
    }

    private Sql sql(Value value) {
        return templates.fill(value.said().sql());
    }

    /// SQL for a view as JSON, without what is read on request.
    public Sql json(Set<Audience> asker) {
        return Sql.of("json_build_object(")
                .then(
                        Sql.joined(
                                selected(asker, _ -> false)
                                        .map(one -> Sql.of("'" + one.name() + "', ").then(sql(one)))
                                        .toList(),
                                ", "))
                .then(")");
    }

    /// What `fields` may ask for.
    public FieldNames fieldNames() {
        return fieldNames(_ -> true);
    }

    /// What is shown where it asks for nothing.
    public FieldNames standard() {
        return fieldNames(value -> !value.onRequest());
    }

    private FieldNames fieldNames(Predicate<Value> shown) {
        var others =
                named.stream()
                        .map(Value::audience)
                        .filter(audience -> !audience.isEverybody())
                        .findFirst()
                        .orElse(Audience.EVERYONE);
        return new FieldNames(
                names(shown.and(one -> one.audience().isEverybody())),
                others,
                names(shown.and(one -> !one.audience().isEverybody())));
    }

    private List<String> names(Predicate<Value> some) {
        return named.stream().filter(some).map(Value::property).distinct().toList();
    }

    /// What `filter` may ask for.
    public List<FilterField> filterFields() {
        return filterFields(Map.of());
    }

    /// Likewise, where some are more than a comparison of the value.
    ///
    /// @param others what becomes of fields, by their names
    public List<FilterField> filterFields(Map<String, UnaryOperator<FilterField>> others) {
        return values.stream()
                .filter(Value::isFiltered)
                .map(
                        value ->
                                others.getOrDefault(value.name(), UnaryOperator.identity())
                                        .apply(value.filterField(templates)))
                .toList();
    }

    /// What `sort` takes.
    public List<SortKey> sortKeys() {
        return sortKeys(Map.of());
    }

    /// Likewise, where some are others than of the value.
    public List<SortKey> sortKeys(Map<String, UnaryOperator<SortKey>> others) {
        return values.stream()
                .filter(value -> value.said().sort())
                .map(
                        value ->
                                others.getOrDefault(value.name(), UnaryOperator.identity())
                                        .apply(value.sortKey(templates)))
                .toList();
    }

    /// The names of those.
    public List<String> sorted() {
        return values.stream().filter(value -> value.said().sort()).map(Value::name).toList();
    }

    /// Of a view of which nothing is known yet.
    ViewBuilder<V> builder() {
        return new ViewBuilder<>(shape, shape.nothing());
    }

    /// A view of what is in an entity's fields of the same names.
    public V of(Object entity) {
        var fields = EntityFields.of(entity);
        var view = builder();
        shape.values().stream()
                .map(Value::name)
                .filter(fields::containsKey)
                .forEach(name -> view.set(name, fields.get(name)));
        return view.build();
    }
}
