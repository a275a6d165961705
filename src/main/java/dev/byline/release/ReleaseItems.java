package dev.byline.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rows of the items of releases.
@Singleton
class ReleaseItems {
    private static final String ALL =
            "select article_id, revision, plan from release_item where release_id = ? order by position";

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
    private final ObjectMapper mapper;

    ReleaseItems(Reads reads, ObjectMapper mapper) {
        this.reads = reads;
        this.mapper = mapper;
    }

    List<ReleaseItem> of(UUID release) {
        return reads.all(
                Sql.of(ALL, release),
                row ->
                        new ReleaseItem(
                                Reads.id(row, "article_id"),
                                Reads.number(row, "revision"),
                                reads.json(row, "plan", ReleaseItem.Plan.class)));
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
