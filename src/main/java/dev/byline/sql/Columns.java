package dev.byline.sql;

import static java.util.stream.Collectors.joining;

import dev.byline.record.Components;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The columns of a table that hold a record, each named as its component is, in SQL's way. What is
/// a record in it is JSON there.
public final class Columns<R extends Record> {
    private final Components<R> components;
    private final List<Column> readers;
    private final List<String> names;

    private Columns(Components<R> components) {
        this.components = components;
        this.readers =
                components.all().stream().map(one -> Column.of(one.getGenericType())).toList();
        this.names = components.all().stream().map(one -> name(one.getName())).toList();
    }

    public static <R extends Record> Columns<R> of(Components<R> components) {
        return new Columns<>(components);
    }

    /// @param component such as `bodyFormat`, whose column is `body_format`
    public static String name(String component) {
        return component.replaceAll("(?=\\p{Lu})", "_").toLowerCase(Locale.ROOT);
    }

    /// @param prefix of each, such as `r.`
    public String names(String prefix) {
        return names.stream().map(name -> prefix + name).collect(joining(", "));
    }

    /// The question marks of [#values].
    public String places() {
        return components.all().stream()
                .map(component -> isJson(component) ? "?::jsonb" : "?")
                .collect(joining(", "));
    }

    /// @param json how a value is written as JSON
    public List<Object> values(R record, Function<Object, String> json) {
        var values = new ArrayList<Object>();
        for (var place = 0; place < readers.size(); place++) {
            var value = components.value(record, place);
            var isJson = value != null && isJson(components.all().get(place));
            values.add(isJson ? json.apply(value) : value);
        }
        return values;
    }

    private static boolean isJson(RecordComponent component) {
        return component.getType().isRecord();
    }

    public R of(Reads reads, ResultSet row) throws SQLException {
        var values = new Object[readers.size()];
        for (var place = 0; place < values.length; place++) {
            values[place] = readers.get(place).read(reads, row, names.get(place));
        }
        return components.make(values);
    }
}
