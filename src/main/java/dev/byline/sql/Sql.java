package dev.byline.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A piece of SQL, and the values of its question marks in their order. What a request says is
/// always a value, never text.
public record Sql(String text, List<Object> values) {
    public static final Sql NOTHING = Sql.of("");

    public static Sql of(String text, Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    public Sql then(Sql more) {
        if (more.values.isEmpty()) {
            return new Sql(text + more.text, values);
        }
        var all = new ArrayList<Object>(values);
        all.addAll(more.values);
        return new Sql(text + more.text, all);
    }

    public Sql then(String more, Object... values) {
        return then(of(more, values));
    }

    /// More values, whose question marks are in it already.
    public Sql with(List<Object> more) {
        return then(new Sql("", more));
    }

    /// ` = any` of these ids, [#unseen].
    public static Sql anyOf(Collection<UUID> ids) {
        return of(" = any (%s)".formatted(unseen("uuid[]")), (Object) ids.toArray(UUID[]::new));
    }

    /// The question mark of an array, so that the planner does not see how long it is. If it does,
    /// it reckons one or two to be so much cheaper than the ten of its lasting plan that it plans
    /// each time anew, which takes longer than reading them.
    public static String unseen(String type) {
        return "(select ?::%1$s)::%1$s".formatted(type);
    }

    /// What holds where each of the conditions does; everything where there is none.
    public static Sql where(List<Sql> conditions) {
        return joined(conditions, " where ", " and ");
    }

    /// Where each of the conditions holds; there is one at least.
    public static Sql all(List<Sql> conditions) {
        return joined(conditions, "", " and ");
    }

    /// Where one of the conditions holds; there is one at least.
    public static Sql any(List<Sql> conditions) {
        return joined(conditions, "", " or ");
    }

    /// One behind the other.
    public static Sql joined(List<Sql> pieces, String between) {
        var all = NOTHING;
        for (var piece : pieces) {
            all = all == NOTHING ? piece : all.then(between).then(piece);
        }
        return all;
    }

    private static Sql joined(List<Sql> conditions, String before, String between) {
        var all = NOTHING;
        for (var condition : conditions) {
            all =
                    all.then(all == NOTHING ? before : between)
                            .then("(")
                            .then(Objects.requireNonNull(condition))
                            .then(")");
        }
        return all;
    }
}
