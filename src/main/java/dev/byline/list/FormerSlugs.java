package dev.byline.list;

import dev.byline.http.MovedException;
import dev.byline.http.Uuids;
import dev.byline.sql.Batch;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Slugs;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The slugs that things of one kind had. Several things may have had the same, one after the
/// other: it leads to the one that bore it last, among those that the caller may see.
///
/// @param table has a `slug`, who bore it, and until when (`retired_at`)
/// @param bearer the column with the thing's id
public record FormerSlugs(String table, String bearer) {

    /// What is answered with 308 where the reference is a former slug, or the id of what another
    /// replaced.
    ///
    /// @param visible what the caller may see, of which it selects the `slug`
    /// @param alias of the things in it
    public Optional<RuntimeException> moved(
            Reads reads, Listing visible, String alias, String reference) {
        return Slugs.isValid(reference) || Uuids.parse(reference).isPresent()
                ? reads.first(last(visible, alias, reference), row -> row.getString("slug"))
                        .map(slug -> new MovedException(reference, slug))
                : Optional.empty();
    }

    /// The statement that yields, of what the caller may see, the one that bore the slug last.
    ///
    /// @param alias of the things in it
    public Sql last(Listing visible, String alias, String slug) {
        return visible.and("%s.id in (%s)".formatted(alias, bearers()), slug)
                .statement()
                .then(lastFirst(alias), slug)
                .then(" limit 1");
    }

    private String bearers() {
        return "select f.%s from %s f where f.slug = ?".formatted(bearer, table);
    }

    private String lastFirst(String alias) {
        return " order by (select f.retired_at from %s f where f.slug = ? and f.%s = %s.id) desc"
                .formatted(table, bearer, alias);
    }

    /// The statement that writes down that the thing bears this slug no more.
    public Sql retired(String slug, UUID thing, Instant now) {
        return Sql.of(
                "insert into %1$s (slug, %2$s, retired_at) values (?, ?, ?)"
                                .formatted(table, bearer)
                        + " on conflict (slug, %s) do update set retired_at = excluded.retired_at"
                                .formatted(bearer),
                slug,
                thing,
                now);
    }

    /// Those of the slugs that are to be added to the former ones of the thing: neither are they
    /// among them yet, nor is one the slug that it bears.
    public List<String> fresh(Reads reads, Collection<String> slugs, UUID thing, String borne) {
        var others = others(slugs, borne);
        return others.isEmpty()
                ? List.of()
                : reads.all(freshOf(others, thing), row -> row.getString("slug"));
    }

    /// The slugs but for that which a thing bears, each once.
    public static List<String> others(Collection<String> slugs, String borne) {
        return slugs.stream().filter(slug -> !slug.equals(borne)).distinct().toList();
    }

    /// Asks with the other statements of a batch which of the slugs are not among the former ones
    /// of the thing.
    public Batch.Result<String> askFresh(Batch batch, Collection<String> slugs, UUID thing) {
        return batch.ask(freshOf(slugs, thing), row -> row.getString("slug"));
    }

    private Sql freshOf(Collection<String> slugs, UUID thing) {
        return Sql.of(
                "select slug from unnest(?::text[]) asked (slug) where not exists"
                        + " (select from %s f where f.slug = asked.slug and f.%s = ?)"
                                .formatted(table, bearer),
                slugs.toArray(String[]::new),
                thing);
    }

    /// The statement that lets whatever led to a thing lead to another that takes its place: its
    /// slug, its former ones and its id.
    public Sql inherited(String slug, UUID thing, UUID by, Instant now) {
        return Sql.of(
                """
                insert into %1$s (slug, %2$s, retired_at)
                select slug, ?, ? from (
                    select slug from %1$s where %2$s = ? union select ? union select ?) led
                on conflict (slug, %2$s) do nothing
                """
                        .formatted(table, bearer),
                by,
                now,
                thing,
                slug,
                thing.toString());
    }

    /// What undoes that.
    public Sql disinherited(UUID by, Instant since) {
        return Sql.of(
                "delete from %s where %s = ? and retired_at = ?".formatted(table, bearer),
                by,
                since);
    }

    /// The statement that adds these.
    public Sql added(Collection<String> slugs, UUID thing, Instant now) {
        return Sql.of(
                "insert into %s (slug, %s, retired_at) select slug, ?, ? from unnest(?::text[]) slug"
                        .formatted(table, bearer),
                thing,
                now,
                slugs.toArray(String[]::new));
    }
}
