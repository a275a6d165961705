package dev.byline.release;

import static dev.byline.release.ReleaseAct.PUBLISHED;
import static dev.byline.release.ReleaseAct.WENT_OUT;

import dev.byline.change.Transitions;
import jakarta.inject.Singleton;

/// That a release went out as planned.
@Singleton
class ReleaseTransitions implements Transitions {
    private static final String QUERY =
            """
            select '%1$s' as act, '%2$s' as subject_type, x.id as subject_id, x.at,
                null::integer as revision_before, null::integer as revision_after
            from release x, span
            where x.at > span.since and x.at <= span.now and not exists (
                select from change g where g.subject_id = x.id and g.act = '%3$s' and g.at >= x.at)
            """
                    .formatted(WENT_OUT.text(), WENT_OUT.subject(), PUBLISHED.text());

    @Override
    public String query() {
        return QUERY;
    }
}
