package dev.byline.term;

import dev.byline.filter.FilterField;
import dev.byline.list.FormerSlugs;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The terms of a kind: what they are called, and how they are stored and shown.
///
/// @param noun names the table, the acts of the change log and the keys of the cache; with an `s`
///     behind it the path
/// @param blank makes one that says nothing yet
/// @param columns the select list of the table `x`, of which, and of the number of `articles`,
///     `row` makes what is shown
/// @param fields the properties that everybody is shown, but `articleCount`
/// @param filterFields what may be asked for by who may edit, or may not
/// @param about the column that says more of them, in which a search looks too
public record TermKind<T extends Term<I>, I extends TermInput<I>>(
        String noun,
        Class<T> type,
        Class<I> input,
        Supplier<T> blank,
        String columns,
        Row row,
        List<String> fields,
        Function<Boolean, List<FilterField>> filterFields,
        String about) {

    @FunctionalInterface
    public interface Row {
        TermView of(Reads reads, ResultSet row) throws SQLException;
    }

    String plural() {
        return noun + "s";
    }

    FormerSlugs formerSlugs() {
        return TermLookup.formerSlugs(noun);
    }

    String key(Object id) {
        return noun + ":" + id;
    }
}
