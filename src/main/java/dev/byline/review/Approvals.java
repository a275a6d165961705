package dev.byline.review;

import dev.byline.sql.Sql;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How many approvals a revision needs before readers can get it, and how many it has.
@Singleton
class Approvals {
    /// What was said of the revision `%2$s` of the article `%1$s`: one row, or none for nothing. A
    /// word is the last of its account, and that of those who saved what readers have not had is
    /// no approval.
    private static final String SUM =
            """
            select max(v.at) as at, count(*) filter (where v.approves) as approvals,
                case when bool_or(v.objects) then 'CHANGES_REQUESTED'
                    when count(*) filter (where v.approves) >= %3$d then 'APPROVED' else 'REQUESTED' end as state
            from (
                select v.at, v.state = 'CHANGES_REQUESTED' and w.is_last as objects,
                    v.state = 'APPROVED' and w.is_last and not exists (
                        select from revision r where r.article_id = v.article_id and r.saved_by = v.account_id
                            and r.number <= v.revision and r.number > coalesce((
                                select max(l.number) from revision l where l.article_id = v.article_id
                                    and l.number < v.revision and l.live_from <= statement_timestamp()), 0)) as approves
                from review v cross join lateral (
                    select v.account_id is not null and not exists (
                        select from review o where o.article_id = v.article_id and o.revision = v.revision
                            and o.account_id = v.account_id and o.state <> 'REQUESTED'
                            and (o.at, o.id) > (v.at, v.id)) as is_last) w
                where v.article_id = %1$s and v.revision = %2$s) v
            having count(*) > 0
            """;

    /// Not final: a further start of the server would take longer than its tests.
    int needed;

    Approvals(@ConfigProperty(name = "byline.approvals") int needed) {
        if (needed < 0) {
            throw new ConfigurationException("BYLINE_APPROVALS must be a number, 0 or more.");
        }
        this.needed = needed;
    }

    int needed() {
        return needed;
    }

    /// SQL for the columns `at`, `approvals` and `state`.
    ///
    /// @param article SQL that yields its id
    /// @param revision SQL that yields its number
    String sum(String article, String revision) {
        return SUM.formatted(article, revision, Math.max(needed, 1));
    }

    Sql of(UUID article, int revision) {
        return Sql.of(sum("?", "?"), article, revision);
    }
}
