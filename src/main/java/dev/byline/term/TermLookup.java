package dev.byline.term;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.http.ProblemException;
import dev.byline.query.Cost;
import dev.byline.query.FormerSlugs;
import dev.byline.query.Ids;
import dev.byline.query.Listing;
import dev.byline.query.Reads;
import dev.byline.query.Sql;
import dev.byline.text.Nearest;
import dev.byline.text.Slugs;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finds the authors and tags that requests about other things name, by id or by a slug, present or
/// former. A kind is told by its noun, `author` or `tag`.
@Singleton
public class TermLookup {
    /// Of those that are about as long, the likeliest.
    private static final String SIMILAR =
            """
            select x.slug from %s x where length(x.slug) between ? and ?
            order by similarity(x.slug, ?) desc, x.slug limit 200""";

    private final Reads reads;

    TermLookup(Reads reads) {
        this.reads = reads;
    }

    static FormerSlugs formerSlugs(String noun) {
        return new FormerSlugs("former_%s_slug".formatted(noun), noun + "_id");
    }

    /// SQL for the id of the one that bears the slug or, where none does, that bore it last; null
    /// where there is none.
    public static Sql idOf(String noun, String slug) {
        return Sql.of("coalesce((select x.id from %s x where x.slug = ?), (".formatted(noun), slug)
                .then(formerSlugs(noun).last(Listing.of("x.id", noun + " x"), "x", slug))
                .then("))");
    }

    /// The id of what a parameter names.
    ///
    /// @param noun also the name of the parameter
    /// @throws ProblemException 400 for what is not there, with the nearest slug
    public UUID named(String noun, String reference) {
        return find(noun, reference).orElseThrow(() -> unknown(noun, reference));
    }

    private Optional<UUID> find(String noun, String reference) {
        var id = Ids.parse(reference);
        if (id.isPresent()) {
            return first(
                    Sql.of("(select x.id from %s x where x.id = ?)".formatted(noun), id.get()));
        }
        return Slugs.isValid(reference) ? first(idOf(noun, reference)) : Optional.empty();
    }

    private Optional<UUID> first(Sql id) {
        var select = Sql.of("select ").then(id).then(" as id");
        return Optional.ofNullable(reads.all(select, row -> Reads.id(row, "id")).getFirst());
    }

    private RuntimeException unknown(String noun, String reference) {
        var hint =
                Nearest.of(reference, similar(noun, reference))
                        .map("did you mean \"%s\"?"::formatted)
                        .orElse("the list of %ss has them all.".formatted(noun));
        return ProblemException.inParameter(
                INVALID_PARAMETER,
                noun,
                0,
                "unknown-" + noun,
                "%s names \"%s\", which is not known; %s".formatted(noun, reference, hint));
    }

    /// All that [Nearest] could choose, unless they are many.
    private List<String> similar(String noun, String reference) {
        var length = reference.length();
        var similar =
                Sql.of(
                        SIMILAR.formatted(noun),
                        Math.min(length - 1, length * 3 / 4),
                        Math.max(length + 1, length * 3 / 2),
                        reference);
        return length > 2 * Slugs.MAX_LENGTH || Ids.parse(reference).isPresent()
                ? List.of()
                : reads.at(Cost.SEARCH, () -> reads.all(similar, row -> row.getString("slug")));
    }
}
