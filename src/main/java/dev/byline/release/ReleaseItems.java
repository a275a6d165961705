package dev.byline.release;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rows of the items of releases.
@Singleton
class ReleaseItems {
    private static final String ALL =
            "select article_id, revision, plan from release_item where release_id = ? order by position";

    private static final String LOCK_ARTICLES =
            """
            select id from article where id in (select article_id from release_item where release_id = ?)
            order by id for no key update
            """;

    private static final String LOCK_NAMING =
            """
            select from release x where (x.at is null or x.at > ?) and exists (
                select from release_item i where i.release_id = x.id and i.article_id = ?)
            order by x.id for update
            """;

    private static final String NAMING =
            """
            select i.release_id, i.article_id, i.revision, i.plan
            from release_item i join release x on x.id = i.release_id
            where i.article_id = ? and (x.at is null or x.at > ?) order by x.id
            """;

    private static final String FOLLOW =
            """
            with release as (update release set version = version + 1, updated_at = ? where id = ?)
            update release_item set revision = ?, plan = ?::jsonb where release_id = ? and article_id = ?
            """;

    private static final String ADD =
            """
            insert into release_item (release_id, position, article_id, revision, plan)
            select ?, place - 1, article, revision::integer, plan::jsonb
            from unnest(?::uuid[], ?::text[], ?::text[]) with ordinality i (article, revision, plan, place)
            """;

    /// What readers get of each when the release goes out, or now that it is out.
    private static final String SHOWN =
            """
            select i.article_id, a.slug, r.title, i.revision,
                case when x.at is null then 'PENDING' when a.trashed_at is not null then 'TRASHED'
                    when l.number is distinct from i.revision then 'REPLACED'
                    when x.at > t.now then 'PLANNED' when i.revision is null then 'WITHDRAWN' else 'LIVE' end as state
            from release_item i join release x on x.id = i.release_id
                cross join lateral (select statement_timestamp() as now, greatest(x.at, statement_timestamp()) as at) t
                join article a on a.id = i.article_id
                join revision r on r.article_id = a.id and r.number = coalesce(i.revision, a.newest_revision)
                left join revision l on l.article_id = a.id and l.live_from <= t.at
                    and (l.live_until is null or l.live_until > t.at)
            where i.release_id = ? order by i.position
            """;

    private final Reads reads;
    private final Writes writes;
    private final ObjectMapper mapper;

    ReleaseItems(Reads reads, Writes writes, ObjectMapper mapper) {
        this.reads = reads;
        this.writes = writes;
        this.mapper = mapper;
    }

    /// In the order in which all commands lock.
    void lockArticles(UUID release) {
        writes.run(Sql.of(LOCK_ARTICLES, release));
    }

    List<ReleaseItem> of(UUID release) {
        return reads.all(Sql.of(ALL, release), this::item);
    }

    private ReleaseItem item(ResultSet row) throws SQLException {
        return new ReleaseItem(
                Reads.id(row, "article_id"),
                Reads.number(row, "revision"),
                reads.json(row, "plan", ReleaseItem.Plan.class));
    }

    /// Those of an article in releases that are not out, which are locked, by their releases.
    Map<UUID, ReleaseItem> naming(UUID article, Instant now) {
        var batch = writes.batch();
        batch.add(Sql.of(LOCK_NAMING, now, article));
        var naming =
                batch.ask(
                        Sql.of(NAMING, article, now),
                        row -> Map.entry(Reads.id(row, "release_id"), item(row)));
        batch.run();
        return naming.all().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// What puts it in the place of that of the same article.
    Sql follow(UUID release, ReleaseItem item, Instant now) {
        return Sql.of(
                FOLLOW, now, release, item.revision(), json(item.plan()), release, item.article());
    }

    List<ReleaseView.Item> shown(UUID release) {
        return reads.all(
                Sql.of(SHOWN, release),
                row -> {
                    var revision = Reads.number(row, "revision");
                    return new ReleaseView.Item(
                            Reads.id(row, "article_id"),
                            row.getString("slug"),
                            row.getString("title"),
                            revision,
                            revision == null,
                            ReleaseView.State.valueOf(row.getString("state")));
                });
    }

    /// The statements that put these in the place of those that there are.
    Stream<Sql> replace(UUID release, List<ReleaseItem> items) {
        return Stream.of(
                Sql.of("delete from release_item where release_id = ?", release),
                Sql.of(
                        ADD,
                        release,
                        items.stream().map(ReleaseItem::article).toArray(UUID[]::new),
                        texts(items, ReleaseItem::revision),
                        texts(items, item -> json(item.plan()))));
    }

    private static String[] texts(List<ReleaseItem> items, Function<ReleaseItem, Object> value) {
        return items.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    private String json(ReleaseItem.Plan plan) {
        try {
            return plan == null ? null : mapper.writeValueAsString(plan);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
