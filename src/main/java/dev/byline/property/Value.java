package dev.byline.property;

import dev.byline.filter.FilterField;
import dev.byline.identity.Audience;
import dev.byline.list.SortKey;
import dev.byline.sql.Column;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// A property that one column yields, or none.
///
/// @param name in filters
/// @param label of its column
/// @param column null where no query yields it
/// @param said null where no parameter names it either
record Value(
        String name,
        String label,
        Class<?> type,
        Column column,
        Property said,
        Audience audience,
        boolean onRequest,
        boolean nullable)
        implements RecordShape.Part {
    static Value of(RecordComponent component, Place place) {
        var name = place.prefix() + component.getName();
        var said = component.getAnnotation(Property.class);
        var isRead = said != null && !said.sql().isEmpty();
        return new Value(
                name,
                name.replace('.', '_').toLowerCase(Locale.ROOT),
                component.getType(),
                isRead ? Column.of(component.getGenericType()) : null,
                said,
                said == null ? place.audience() : said.audience().within(place.audience()),
                place.onRequest() || said != null && said.onRequest(),
                place.isNullableThere(component));
    }

    @Override
    public List<Value> values() {
        return List.of(this);
    }

    boolean isRead() {
        return column != null;
    }

    /// Whether a parameter can name it.
    boolean isNamed() {
        return said != null;
    }

    /// The property of the view in which it is.
    String property() {
        return name.replaceFirst("\\..*", "");
    }

    Object read(Reads reads, ResultSet row) throws SQLException {
        return column.read(reads, row, label);
    }

    Object nothing() {
        return Column.nothing(type);
    }

    boolean isFiltered() {
        return isRead() && said.filter() != Filtering.NONE;
    }

    FilterField filterField(Template templates) {
        var field = said.filter().way.apply(filterField(templates.text(said.sql())));
        var compared =
                said.sortKey().isEmpty() || type != String.class
                        ? field
                        : field.sortedBy(templates.text(said.sortKey()));
        return (nullable ? compared.orNull() : compared).only(audience);
    }

    private FilterField filterField(String sql) {
        if (type.isEnum()) {
            return choice(sql);
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> FilterField.id(name, sql);
            case "String" -> FilterField.text(name, sql).inForm(said.form().form);
            case "Instant" -> FilterField.instant(name, sql);
            case "boolean", "Boolean" -> FilterField.bool(name, sql);
            case "int", "Integer", "long", "Long" -> FilterField.number(name, sql);
            default -> throw new IllegalStateException("No filter compares " + name);
        };
    }

    private FilterField choice(String sql) {
        var choices = new LinkedHashMap<String, Sql>();
        for (var constant : type.getEnumConstants()) {
            choices.put(
                    constant.toString().toLowerCase(Locale.ROOT), Sql.of(sql + " = ?", constant));
        }
        return FilterField.choice(name, choices);
    }

    SortKey sortKey(Template templates) {
        return keyOfAll(templates).only(audience);
    }

    private SortKey keyOfAll(Template templates) {
        var hasKey = !said.sortKey().isEmpty();
        var sql = templates.text(hasKey ? said.sortKey() : said.sql());
        return switch (type.getSimpleName()) {
            case "String" ->
                    hasKey ? SortKey.name(name, sql) : SortKey.text(name, sql + " collate \"C\"");
            case "Instant" -> SortKey.instant(name, sql);
            case "int", "Integer" -> SortKey.number(name, sql);
            case "long" -> SortKey.position(name, sql);
            default -> throw new IllegalStateException("No list is sorted by " + name);
        };
    }
}
