package dev.byline.review;

import static dev.byline.http.ProblemType.APPROVAL_REQUIRED;
import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.revision.Revision;
import dev.byline.sql.Reads;
import dev.byline.story.Editing;
import dev.byline.story.HeldStory;
import jakarta.inject.Singleton;

/// Lets readers get a revision of an article once it has as many approvals as the installation
/// demands. What is not written yet has none.
@Singleton
class ApprovalRule implements Editing.PublishingRule {
    private final Approvals approvals;
    private final Reads reads;

    ApprovalRule(Approvals approvals, Reads reads) {
        this.approvals = approvals;
        this.reads = reads;
    }

    private record Sum(ReviewState state, int approvals) {
        static final Sum NOTHING = new Sum(ReviewState.REQUESTED, 0);
    }

    @Override
    public void check(HeldStory held, Revision revision) {
        if (approvals.needed() == 0 || held.kind != ARTICLE) {
            return;
        }
        var sum =
                reads.first(
                                approvals.of(held.story.id, revision.number),
                                row ->
                                        new Sum(
                                                ReviewState.valueOf(row.getString("state")),
                                                row.getInt("approvals")))
                        .orElse(Sum.NOTHING);
        if (sum.state != ReviewState.APPROVED) {
            throw APPROVAL_REQUIRED.because(
                    "Revision %d has %d of %d approvals%s."
                            .formatted(
                                    revision.number,
                                    sum.approvals,
                                    approvals.needed(),
                                    sum.state == ReviewState.CHANGES_REQUESTED
                                            ? ", and somebody asks for changes"
                                            : ""));
        }
    }
}
