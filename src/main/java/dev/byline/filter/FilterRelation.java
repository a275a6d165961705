package dev.byline.filter;

import dev.byline.sql.Sql;
import java.util.List;

/// The rows that a row has to do with, such as the authors of an article.
///
/// @param name the fields' names begin with it and a dot
/// @param rows the related rows as SQL's from clause, each with what it is related to:
/// `revision_tag j join tag x on x.id = j.tag_id`
/// @param inner which row of the list a related row belongs to: `j.revision_id`
/// @param outer what that is of a row of the list: `r.id`
/// @param together whether the comparisons that an `and` holds together are about one and the
/// same related row. Where they are not, each asks for a row of its own.
public record FilterRelation(
        String name, String rows, String inner, String outer, boolean together) {
    Sql some(Sql condition) {
        return Sql.of("exists (select 1 from %s where %s = %s and (".formatted(rows, inner, outer))
                .then(condition)
                .then("))");
    }

    /// As above, and no join, in which PostgreSQL might begin with all rows of that condition.
    Sql apart(Sql condition) {
        return Sql.of("exists (select 1 from %s where %s = %s and (".formatted(rows, inner, outer))
                .then(condition)
                .then(") offset 0)");
    }

    Sql none(Sql condition) {
        return Sql.of("not ").then(some(condition));
    }

    /// What related rows of that condition belong to.
    Sql set(Sql condition) {
        return Sql.of("select %s from %s where (".formatted(inner, rows)).then(condition).then(")");
    }

    /// That a row of the list is in all of these sets. PostgreSQL does not know how many rows one
    /// tag or author has, and would look up all revisions of the first before it asks for the
    /// next: so their ids are intersected before, which their indexes alone yield. That is done
    /// whole, whatever else narrows the list: 30 ms for a frequent author and tag of a million
    /// articles.
    static Sql inAll(String outer, List<Sql> sets) {
        return sets.stream()
                .reduce((one, other) -> one.then(" intersect ").then(other))
                .map(all -> Sql.of(outer + " in (").then(all).then(")"))
                .orElseThrow();
    }
}
