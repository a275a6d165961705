package dev.byline.preview;

import dev.byline.identity.Pass;
import dev.byline.identity.Passes;
import dev.byline.identity.Secret;
import dev.byline.revision.Preview;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What preview links show. It is found out for each request: the newest revision may be another by
/// now, a release have other items, and what is in the trash is shown to nobody. The links of an
/// account that is suspended open nothing.
@Singleton
class PreviewPasses implements Passes {
    static final String PREFIX = "blp_";

    /// A release that is planned is shown as the site is then, one that is out as it is now.
    private static final String SHOWN =
            """
            select p.created_at,
                case when x.at is null then p.as_of when x.at > now() then x.at end as at,
                (select string_agg(i.id || ' ' || i.revision, ',') from (
                    select a.id, a.newest_revision as revision from article a where a.id = p.article_id
                    union all
                    select i.article_id, coalesce(i.revision, 0) from release_item i
                    where i.release_id = x.id and x.at is null) i) as revisions
            from preview_link p join account c on c.id = p.created_by and not c.suspended
                left join release x on x.id = p.release_id
            where p.hash = ? and p.expires_at > now()
            """;

    private final AgroalDataSource pool;

    PreviewPasses(@DataSource("tokens") AgroalDataSource pool) {
        this.pool = pool;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Pass> with(Secret secret) {
        return Reads.on(pool, Sql.of(SHOWN, secret.hash()), PreviewPasses::preview);
    }

    private static Pass preview(ResultSet row) throws SQLException {
        var revisions = revisions(row.getString("revisions"));
        return new Preview(
                revisions,
                Reads.instant(row, "at"),
                revisions.isEmpty() ? null : Reads.instant(row, "created_at"));
    }

    private static Map<UUID, Integer> revisions(String text) {
        var revisions = new HashMap<UUID, Integer>();
        if (text != null) {
            for (var one : text.split(",")) {
                var pair = one.split(" ");
                revisions.put(UUID.fromString(pair[0]), Integer.valueOf(pair[1]));
            }
        }
        return revisions;
    }
}
