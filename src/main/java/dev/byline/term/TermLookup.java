package dev.byline.term;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.list.FormerSlugs;
import dev.byline.list.Listing;
import dev.byline.sql.Cost;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Nearest;
import dev.byline.text.Slugs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Finds the authors and tags that requests about other things name, by id or by a slug, present or
/// former. A kind is told by its noun, `author` or `tag`.
@Singleton
public class TermLookup {
    /// Of those that are about as long, the likeliest.
    private static final String SIMILAR =
            """
            select x.slug from %s x where length(x.slug) between ? and ? and %s
            order by similarity(x.slug, ?) desc, x.slug limit 200""";

    private final Reads reads;

    TermLookup(Reads reads) {
        this.reads = reads;
    }

    static FormerSlugs formerSlugs(String noun) {
        return new FormerSlugs("former_%s_slug".formatted(noun), noun + "_id");
    }

    /// That the row is one that the caller may know of: nobody of what was replaced, and readers of
    /// nothing internal.
    public static String visible(String alias, boolean seesDrafts) {
        return "%1$s.replaced_by is null%2$s"
                .formatted(alias, seesDrafts ? "" : " and not %s.internal".formatted(alias));
    }

    /// SQL for the id of the one that bears the slug or, where none does, that bore it last; null
    /// where there is none.
    static Sql idOf(String noun, String slug, boolean seesDrafts) {
        return Sql.of("coalesce((")
                .then(known(noun, seesDrafts).and("x.slug = ?", slug).statement())
                .then("), (")
                .then(formerSlugs(noun).last(known(noun, seesDrafts), "x", slug))
                .then("))");
    }

    /// The condition that the row `x` is the one to which a slug leads.
    public static Function<String, Sql> isNamed(String noun, boolean seesDrafts) {
        return slug -> Sql.of("x.id = ").then(idOf(noun, slug, seesDrafts));
    }

    private static Listing known(String noun, boolean seesDrafts) {
        return Listing.of("x.id", noun + " x").and(visible("x", seesDrafts));
    }

    /// The id of what a parameter names.
    ///
    /// @param noun also the name of the parameter
    /// @throws ProblemException 400 for what is not there, or what the caller may not know of, with
    /// the nearest slug
    public UUID named(String noun, String reference, boolean seesDrafts) {
        return find(noun, reference, seesDrafts)
                .orElseThrow(() -> unknown(noun, reference, seesDrafts));
    }

    /// The id of what a body of the newsroom names.
    ///
    /// @throws ProblemException 422 for what is not there
    public UUID inBody(String noun, String reference, String pointer) {
        return find(noun, reference, true)
                .orElseThrow(() -> ProblemException.unknown(pointer, noun));
    }

    /// The id of what is named, where the caller may know of it.
    public Optional<UUID> find(String noun, String reference, boolean seesDrafts) {
        var found =
                Uuids.parse(reference)
                        .flatMap(
                                id ->
                                        first(
                                                known(noun, seesDrafts)
                                                        .and("x.id = ?", id)
                                                        .statement()));
        return found.isEmpty() && (Slugs.isValid(reference) || Uuids.parse(reference).isPresent())
                ? first(Sql.of("select ").then(idOf(noun, reference, seesDrafts)).then(" as id"))
                : found;
    }

    private Optional<UUID> first(Sql id) {
        return reads.all(id, row -> Reads.id(row, "id")).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    private RuntimeException unknown(String noun, String reference, boolean seesDrafts) {
        var hint =
                Nearest.of(reference, similar(noun, reference, seesDrafts))
                        .map("did you mean \"%s\"?"::formatted)
                        .orElse("the list of %ss has them all.".formatted(noun));
        return ProblemException.inParameter(
                INVALID_PARAMETER,
                noun,
                0,
                FaultCode.unknown(noun),
                "%s names \"%s\", which is not known; %s".formatted(noun, reference, hint));
    }

    /// All that [Nearest] could choose, unless they are many.
    private List<String> similar(String noun, String reference, boolean seesDrafts) {
        var length = reference.length();
        var similar =
                Sql.of(
                        SIMILAR.formatted(noun, visible("x", seesDrafts)),
                        Math.min(length - 1, length * 3 / 4),
                        Math.max(length + 1, length * 3 / 2),
                        reference);
        return length > 2 * Slugs.MAX_LENGTH || Uuids.parse(reference).isPresent()
                ? List.of()
                : reads.at(Cost.SEARCH, () -> reads.all(similar, row -> row.getString("slug")));
    }
}
