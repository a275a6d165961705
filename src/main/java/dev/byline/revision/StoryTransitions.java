package dev.byline.revision;

import static dev.byline.revision.StoryAct.ENDED;
import static dev.byline.revision.StoryAct.PUBLISHED;
import static dev.byline.revision.StoryAct.RESTORED;
import static dev.byline.revision.StoryAct.WENT_LIVE;
import static dev.byline.revision.StoryAct.WITHDRAWN;

import dev.byline.change.Transitions;
import jakarta.inject.Singleton;

/// What the timeline of stories does by itself: another revision goes live, or the one that was
/// live ends. What a command did at once its own entry tells, with the same numbers; and of what
/// was in the trash readers got nothing.
@Singleton
class StoryTransitions implements Transitions {
    private static final String QUERY =
            """
            select a.kind || case when b.number is null then '%1$s' else '%2$s' end as act,
                a.kind as subject_type, i.article_id as subject_id, i.at,
                e.number as revision_before, b.number as revision_after
            from (
                select r.article_id, r.live_from as at from revision r, span
                where r.live_from > span.since and r.live_from <= span.now
                union
                select r.article_id, r.live_until from revision r, span
                where r.live_until > span.since and r.live_until <= span.now) i
            join article a on a.id = i.article_id and a.trashed_at is null
            left join revision b on b.article_id = i.article_id and b.live_from = i.at
            left join revision e on e.article_id = i.article_id and e.live_until = i.at
            where not exists (
                select from change g where g.subject_id = i.article_id and g.at >= i.at
                and (g.act = a.kind || '%3$s' or g.act in (a.kind || '%4$s', a.kind || '%5$s')
                    and g.revision_before is not distinct from e.number
                    and g.revision_after is not distinct from b.number))
            """
                    .formatted(
                            of(ENDED), of(WENT_LIVE), of(RESTORED), of(PUBLISHED), of(WITHDRAWN));

    /// Without the noun.
    private static String of(StoryAct act) {
        return act.of(ArticleKind.ARTICLE).text().substring(ArticleKind.ARTICLE.noun().length());
    }

    @Override
    public String query() {
        return QUERY;
    }
}
