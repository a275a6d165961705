package dev.byline.property;

import dev.byline.sql.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What stands for `{name}` in the SQL of properties: what depends on who asks, and for what.
record Template(Map<String, Sql> named) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    Template and(Map<String, Sql> more) {
        var all = new HashMap<>(named);
        all.putAll(more);
        return new Template(all);
    }

    Sql fill(String text) {
        if (text.indexOf('{') < 0) {
            return Sql.of(text);
        }
        var filled = Sql.NOTHING;
        var names = NAME.matcher(text);
        var end = 0;
        while (names.find()) {
            filled = filled.then(text.substring(end, names.start())).then(named(names.group(1)));
            end = names.end();
        }
        return filled.then(text.substring(end));
    }

    private Sql named(String name) {
        var sql = named.get(name);
        if (sql == null) {
            throw new IllegalStateException("No SQL is given for {%s}".formatted(name));
        }
        return sql;
    }

    /// Likewise where there is no place for values.
    String text(String text) {
        var filled = fill(text);
        if (!filled.values().isEmpty()) {
            throw new IllegalStateException("A filter or an order has no values: " + text);
        }
        return filled.text();
    }
}
