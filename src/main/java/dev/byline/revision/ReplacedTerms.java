package dev.byline.revision;

import static dev.byline.http.ProblemType.TOO_MANY;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import dev.byline.term.TermFollowing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Lets stories follow where an author or tag is replaced, and back: in place, as it is no edit of
/// theirs that anybody would have to publish.
@Singleton
public class ReplacedTerms implements TermFollowing {
    /// Beyond it too many would wait for too long.
    private static final int MOST = 10_000;

    /// Of one statement, which must not take longer than a connection waits for an answer.
    private static final int CHUNK = 500;

    /// In the order in which all commands lock.
    private static final String LOCK =
            """
            select a.id from article a
            where a.id in (select r.article_id from revision_%1$s t join revision r on r.id = t.revision_id
                where t.%1$s_id = ?)
            order by a.id limit %2$d for no key update
            """;

    /// The newest, those of the timeline from now on, and the drafts since the one that is live.
    private static final String FOLLOW =
            """
            with had as (
                select t.revision_id, r.article_id, t.position, exists (
                    select from revision_%1$s b where b.revision_id = t.revision_id and b.%1$s_id = ?) as had_both
                from article a join revision r on r.article_id = a.id
                    join revision_%1$s t on t.revision_id = r.id and t.%1$s_id = ?
                where a.id = any (?) and (r.number = a.newest_revision
                    or r.live_from is not null and (r.live_until is null or r.live_until > clock_timestamp())
                    or r.number > (select l.number from revision l where l.article_id = a.id and %2$s))),
            kept as (
                insert into replaced_term (term_id, revision_id, position, had_both)
                select ?, revision_id, position, had_both from had),
            doubles as (
                delete from revision_%1$s t using had h
                where t.revision_id = h.revision_id and t.position = h.position and h.had_both),
            others as (
                update revision_%1$s t set %1$s_id = ? from had h
                where t.revision_id = h.revision_id and t.position = h.position and not h.had_both)
            update article a set version = a.version + 1, changed_at = clock_timestamp()
            where a.id in (select article_id from had) returning a.id
            """
                    .replace("%2$s", Viewpoint.liveByTheClock("l").replace("%", "%%"));

    /// What had both has both again, in its old place or as the last. What was saved since has what
    /// the revision had that it was made from.
    private static final String GO_BACK =
            """
            with had as (
                select t.revision_id, r.article_id, coalesce(k.position, 32767) as position,
                    coalesce(k.had_both, (select bool_or(o.had_both) from replaced_term o
                        join revision e on e.id = o.revision_id
                        where o.term_id = ? and e.article_id = r.article_id)) as had_both
                from revision r join revision_%1$s t on t.revision_id = r.id and t.%1$s_id = ?
                    left join replaced_term k on k.term_id = ? and k.revision_id = r.id
                where r.article_id = any (?) and (k.revision_id is not null or r.saved_at > ?)
                    and not exists (select from revision_%1$s b where b.revision_id = r.id and b.%1$s_id = ?)),
            doubles as (
                insert into revision_%1$s (revision_id, position, %1$s_id)
                select revision_id, least(position, (select count(*) from revision_%1$s m
                    where m.revision_id = had.revision_id)), ? from had where had_both),
            others as (
                update revision_%1$s t set %1$s_id = ? from had h
                where t.revision_id = h.revision_id and t.%1$s_id = ? and not h.had_both)
            update article a set version = a.version + 1, changed_at = clock_timestamp()
            where a.id in (select article_id from had) returning a.id
            """;

    /// Places in a list follow each other without a gap, and no two are alike at any time: first
    /// out of the way, then to where they belong.
    private static final String OUT_OF_THE_WAY =
            """
            update revision_%1$s t set position = -1 - t.position
            from replaced_term k join revision r on r.id = k.revision_id
            where k.term_id = ? and k.had_both and r.article_id = any (?)
                and t.revision_id = k.revision_id and t.position >= k.position
            """;

    private static final String BACK_IN_PLACE =
            """
            update revision_%1$s t set position = ? - 1 - t.position
            from replaced_term k join revision r on r.id = k.revision_id
            where k.term_id = ? and k.had_both and r.article_id = any (?)
                and t.revision_id = k.revision_id and t.position < 0
            """;

    private static final String FOLLOWED =
            """
            select distinct r.article_id from replaced_term k join revision r on r.id = k.revision_id
            where k.term_id = ? order by 1
            """;

    private static final String PRESENT =
            """
            with recursive follow as (
                select place, x.id, x.replaced_by from unnest(?::uuid[]) with ordinality had (id, place)
                    join %1$s x on x.id = had.id
                union all
                select f.place, x.id, x.replaced_by from follow f join %1$s x on x.id = f.replaced_by)
            select id from follow where replaced_by is null order by place
            """;

    private final Reads reads;
    private final Writes writes;

    ReplacedTerms(Reads reads, Writes writes) {
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public int follow(String noun, UUID replaced, UUID by) {
        var articles = ids(Sql.of(LOCK.formatted(noun, MOST + 1), replaced));
        if (articles.size() > MOST) {
            throw TOO_MANY.because(
                    "More than %,d articles have it: that many cannot follow at once."
                            .formatted(MOST));
        }
        var followed = 0;
        for (var from = 0; from < articles.size(); from += CHUNK) {
            var chunk = chunk(articles, from);
            followed += relisted(Sql.of(FOLLOW.formatted(noun), by, replaced, chunk, replaced, by));
            shift(noun, replaced, chunk, -1);
        }
        return followed;
    }

    @Override
    public void goBack(String noun, UUID replaced, UUID by, Instant since) {
        var articles = ids(Sql.of(FOLLOWED, replaced));
        for (var from = 0; from < articles.size(); from += CHUNK) {
            var chunk = chunk(articles, from);
            ids(
                    Sql.of(
                            "select id from article where id = any (?) order by id for no key update",
                            (Object) chunk));
            shift(noun, replaced, chunk, 1);
            relisted(
                    Sql.of(
                            GO_BACK.formatted(noun),
                            replaced,
                            by,
                            replaced,
                            chunk,
                            since,
                            replaced,
                            replaced,
                            replaced,
                            by));
        }
        writes.run(Sql.of("delete from replaced_term where term_id = ?", replaced));
    }

    /// @param by how many places those move that stand behind the one that goes, or from where it
    // comes
    private void shift(String noun, UUID term, UUID[] articles, int by) {
        writes.run(
                Stream.of(
                        Sql.of(OUT_OF_THE_WAY.formatted(noun), term, articles),
                        Sql.of(BACK_IN_PLACE.formatted(noun), by, term, articles)));
    }

    private static UUID[] chunk(List<UUID> articles, int from) {
        return articles.subList(from, Math.min(articles.size(), from + CHUNK)).toArray(UUID[]::new);
    }

    private List<UUID> ids(Sql sql) {
        return reads.all(sql, row -> row.getObject(1, UUID.class));
    }

    /// What readers' lists say of these articles is what they have now.
    private int relisted(Sql changing) {
        var changed = ids(changing);
        reads.all(
                Sql.of(
                        "select relist(id) from unnest(?::uuid[]) changed (id)",
                        (Object) changed.toArray(UUID[]::new)),
                _ -> true);
        return changed.size();
    }

    /// What these are today, each once: an old revision may name what was replaced since.
    public TermIds present(TermIds terms) {
        return new TermIds(present("author", terms.authors()), present("tag", terms.tags()));
    }

    private List<UUID> present(String noun, List<UUID> terms) {
        return terms.isEmpty()
                ? terms
                : ids(Sql.of(PRESENT.formatted(noun), (Object) terms.toArray(UUID[]::new))).stream()
                        .distinct()
                        .toList();
    }
}
