package dev.byline.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What somebody says of a revision, and what it comes to.
enum ReviewState {
    @JsonProperty("requested")
    REQUESTED(ReviewAct.REVIEW_REQUESTED),
    @JsonProperty("approved")
    APPROVED(ReviewAct.APPROVED),
    @JsonProperty("changes-requested")
    CHANGES_REQUESTED(ReviewAct.CHANGES_REQUESTED);

    final ReviewAct act;

    ReviewState(ReviewAct act) {
        this.act = act;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
