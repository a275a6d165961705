package dev.byline.sql;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// How a value of a component's type is read from a column.
@FunctionalInterface
public interface Column {
    Object read(Reads reads, ResultSet row, String label) throws SQLException;

    static Column of(Type type) {
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class ->
                    list((Class<?>) list.getActualTypeArguments()[0]);
            case Class<?> constants when constants.isEnum() -> constant(constants);
            case Class<?> single -> single(single);
            default -> throw new IllegalArgumentException("No column holds " + type);
        };
    }

    private static Column single(Class<?> type) {
        return switch (type.getName()) {
            case "java.util.UUID" -> (_, row, label) -> Reads.id(row, label);
            case "java.lang.String" -> (_, row, label) -> row.getString(label);
            case "java.time.Instant" -> (_, row, label) -> Reads.instant(row, label);
            case "int" -> (_, row, label) -> row.getInt(label);
            case "java.lang.Integer" -> (_, row, label) -> Reads.number(row, label);
            case "long" -> (_, row, label) -> row.getLong(label);
            case "boolean" -> (_, row, label) -> row.getBoolean(label);
            case "java.lang.Boolean" ->
                    (_, row, label) -> {
                        var value = row.getBoolean(label);
                        return row.wasNull() ? null : value;
                    };
            default -> (reads, row, label) -> reads.json(row, label, type);
        };
    }

    private static Column list(Class<?> element) {
        if (element == UUID.class) {
            return (_, row, label) -> Reads.ids(row, label);
        }
        var array = element.arrayType();
        return (reads, row, label) -> {
            var things = (Object[]) reads.json(row, label, array);
            return things == null ? null : List.of(things);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Column constant(Class<?> type) {
        return (_, row, label) -> {
            var name = row.getString(label);
            return name == null ? null : Enum.valueOf((Class) type, name);
        };
    }

    /// What a component of the type has where nothing is read: null, or what a field begins with.
    static Object nothing(Class<?> type) {
        return Array.get(Array.newInstance(type, 1), 0);
    }
}
