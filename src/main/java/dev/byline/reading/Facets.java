package dev.byline.reading;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.list.Listing;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.term.TermLookup;
import dev.byline.text.Nearest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How all articles that a list holds, not the page alone, fall into tags, authors, years and
/// languages.
@Singleton
public class Facets {
    static final int MOST = 20;

    /// What a hit has to say for the facets.

    private static final Map<String, String> VALUES =
            Map.of(
                    "tags",
                    "select x.slug, x.name, y.n from (select t.tag_id as id, count(*) as n from found f"
                            + " join revision_tag t on t.revision_id = f.revision_id group by 1) y"
                            + " join tag x on x.id = y.id and %s",
                    "authors",
                    "select x.slug, x.name, y.n from (select t.author_id as id, count(*) as n from found f"
                            + " join revision_author t on t.revision_id = f.revision_id group by 1) y"
                            + " join author x on x.id = y.id and %s",
                    "year",
                    "select extract(year from f.published_at at time zone 'UTC')::int::text, null, count(*)"
                            + " from found f where f.published_at is not null group by 1",
                    "language",
                    "select f.language, null, count(*) from found f group by 1");

    private static final List<String> NAMES = List.of("tags", "authors", "year", "language");

    private final Reads reads;

    Facets(Reads reads) {
        this.reads = reads;
    }

    /// What it is counted from.
    static Sql columns(Viewpoint viewpoint) {
        return Sql.of(
                "d.revision_id, d.language, %s as published_at"
                        .formatted(viewpoint.published("d")));
    }

    @Schema(
            name = "Facet",
            description =
                    "How the articles of a list, on all its pages, fall apart by one property.")
    record Facet(
            @Schema(description = "The 20 most frequent values, the most frequent first.")
                    List<Value> values,
            @Schema(
                            description = "How many further values there are.",
                            minimum = "0",
                            examples = "0")
                    int more) {}

    @Schema(name = "FacetValue", description = "A value, and how many articles have it.")
    record Value(
            @Schema(
                            description =
                                    "The slug of a tag or author, as the parameters `tag` and `author` take it; a year; a"
                                            + " language, as `language` takes it.",
                            examples = "politics")
                    String value,
            @Schema(
                            description = "The name of the tag or author.",
                            nullable = true,
                            examples = "Politics")
                    String name,
            @Schema(minimum = "1", examples = "12") long count) {}

    /// Those that were asked for.
    @JsonInclude(Include.NON_NULL)
    @Schema(
            name = "Facets",
            description = "How the articles of the list, on all its pages, fall apart.")
    public record Shown(
            @Schema(description = "By tag, by slug.") Facet tags,
            @Schema(description = "By author, by slug.") Facet authors,
            @Schema(description = "By the year, in UTC, in which readers first got them.")
                    Facet year,
            @Schema(description = "By language.") Facet language) {
        static Shown of(Map<String, Facet> facets) {
            return new Shown(
                    facets.get("tags"),
                    facets.get("authors"),
                    facets.get("year"),
                    facets.get("language"));
        }
    }

    /// @param parameter such as `tags,year`, or null
    public static Set<String> parse(String parameter) {
        var names = new LinkedHashSet<String>();
        if (parameter == null) {
            return names;
        }
        for (var name : parameter.split(",", -1)) {
            if (!NAMES.contains(name)) {
                throw INVALID_PARAMETER.because(
                        "facets names \"%s\", which is not known; %s"
                                .formatted(
                                        name,
                                        Nearest.of(name, NAMES)
                                                .map("did you mean \"%s\"?"::formatted)
                                                .orElse(
                                                        "known are tags, authors, year, language.")));
            }
            names.add(name);
        }
        return names;
    }

    /// One statement for all of them.
    ///
    /// @param hits yields [#columns]
    Shown of(Set<String> names, Listing hits, boolean seesDrafts) {
        var facets = new LinkedHashMap<String, Facet>();
        names.forEach(name -> facets.put(name, new Facet(new ArrayList<>(), 0)));
        if (!names.isEmpty()) {
            reads.all(statement(names, hits, seesDrafts), Counted::of)
                    .forEach(
                            counted ->
                                    facets.compute(counted.facet, (_, facet) -> counted.in(facet)));
        }
        return Shown.of(facets);
    }

    private record Counted(String facet, Value value, int of) {
        static Counted of(ResultSet row) throws SQLException {
            var value = new Value(row.getString("value"), row.getString("name"), row.getLong("n"));
            return new Counted(row.getString("facet"), value, row.getInt("total"));
        }

        Facet in(Facet facet) {
            facet.values().add(value);
            return new Facet(facet.values(), of - facet.values().size());
        }
    }

    private static Sql statement(Set<String> names, Listing hits, boolean seesDrafts) {
        var visible = TermLookup.visible("x", seesDrafts);
        var sql =
                Sql.of("with found as materialized (")
                        .then(hits.statement())
                        .then("), facets (facet, value, name, n) as (");
        var between = "";
        for (var name : names) {
            sql =
                    sql.then(
                            between
                                    + "select '%s', v.* from (%s) v"
                                            .formatted(name, VALUES.get(name).formatted(visible)));
            between = " union all ";
        }
        return sql.then(
                """
                ), placed as (
                    select *, row_number() over (partition by facet order by n desc, value collate "C") as place,
                        count(*) over (partition by facet) as total
                    from facets)
                select facet, value, name, n, total from placed where place <= ? order by facet, place
                """,
                MOST);
    }
}
