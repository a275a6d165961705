package dev.byline.query;

/// The rows that a row has to do with, such as the authors of an article.
///
/// @param name the fields' names begin with it and a dot
/// @param from what stands between `select 1 from` and a condition on one related row, joined to
/// the outer row by its own conditions: `tag x where x.id = … and`
/// @param together whether the comparisons that an `and` holds together are about one and the
/// same related row. Where they are not, each asks for a row of its own.
public record FilterRelation(String name, String from, boolean together) {
    Sql some(Sql condition) {
        return Sql.of("exists (select 1 from " + from + " (").then(condition).then("))");
    }

    Sql none(Sql condition) {
        return Sql.of("not ").then(some(condition));
    }
}
