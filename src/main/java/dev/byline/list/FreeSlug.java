package dev.byline.list;

import dev.byline.sql.Batch;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.text.Slugs;

/// Finds a slug for what was given none: its title's, or with a number behind it where that is
/// taken. However many are titled alike, two statements find it in one round trip, and nobody
/// waits for another: whoever is at work on a slug has its advisory lock, and others pass it over.
public final class FreeSlug {
    private static final int ROOM_FOR_NUMBER = 190;

    /// Doubles the number until one is free, halves the gap below it, and takes the first from
    /// there on that is free and that nobody is about to take. `%1$s`, `%2$s` and `%3$s` are
    /// whether the slug of each of these numbers is taken.
    private static final String NEXT =
            """
            with recursive asked (base, head) as (values (?::text, ?::text)),
            doubled (number, is_taken) as (
                select 1, %1$s from asked
                union all
                select d.number * 2, %2$s from doubled d, asked where d.is_taken),
            halved (low, high) as (
                select max(number) filter (where is_taken), max(number) from doubled
                union all
                select case when m.is_taken then m.number else h.low end,
                    case when m.is_taken then h.high else m.number end
                from halved h cross join lateral (
                    select n.number, %3$s as is_taken from asked, (select (h.low + h.high) / 2 as number) n) m
                where h.high - h.low > 1)
            select set_config('byline.slug', slug, true) from (
                select slug from (
                    select case n.number when 1 then base else head || '-' || n.number end as slug
                    from asked, (select min(high) + generate_series(0, 999) as number from halved) n) numbered
                where not %4$s offset 0) free
            where pg_try_advisory_xact_lock(hashtextextended(? || ':' || slug, 0)) limit 1
            """;

    /// The lock may have been had from one who took the slug after the statement before began.
    private static final String FREE =
            "select slug from (values (current_setting('byline.slug'))) asked (slug) where not %s";

    private FreeSlug() {}

    /// The statement that waits until nobody else is at work on this slug.
    public static Sql lock(String slug, String noun) {
        return Sql.of(
                "select pg_advisory_xact_lock(hashtextextended(? || ':' || ?, 0))", noun, slug);
    }

    /// @param noun what it is for, such as `article`; a title of which nothing is left is called so
    /// @param taken SQL for whether somebody has the slug `%1$s`
    public static String of(Writes writes, String title, String noun, String taken) {
        return near(writes, base(title, noun), noun, taken);
    }

    /// This slug, or the same with a number behind it.
    public static String near(Writes writes, String slug, String noun, String taken) {
        while (true) {
            var batch = writes.batch();
            var free = askNear(batch, slug, noun, taken);
            batch.run();
            if (free.first().isPresent()) {
                return free.first().get();
            }
        }
    }

    /// Asks with the other statements of a batch. It yields nothing where somebody took the slug
    /// at this moment: then it is to be asked again.
    public static Batch.Result<String> ask(Batch batch, String title, String noun, String taken) {
        return askNear(batch, base(title, noun), noun, taken);
    }

    private static Batch.Result<String> askNear(
            Batch batch, String slug, String noun, String taken) {
        batch.add(
                Sql.of(
                        NEXT.formatted(
                                taken.formatted("base"),
                                taken.formatted("(head || '-' || d.number * 2)"),
                                taken.formatted("(head || '-' || n.number)"),
                                taken.formatted("numbered.slug")),
                        slug,
                        head(slug),
                        noun));
        return batch.ask(
                Sql.of(FREE.formatted(taken.formatted("asked.slug"))),
                row -> row.getString("slug"));
    }

    private static String base(String title, String noun) {
        var slug = Slugs.from(title);
        return Slugs.isValid(slug) ? slug : noun;
    }

    private static String head(String slug) {
        return slug.length() > ROOM_FOR_NUMBER
                ? Slugs.from(slug.substring(0, ROOM_FOR_NUMBER))
                : slug;
    }
}
