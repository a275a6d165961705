package dev.byline.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What became of a comment. Readers see those that are approved.
enum CommentStatus {
    @JsonProperty("held")
    HELD,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("deleted")
    DELETED;

    static Optional<CommentStatus> of(String name) {
        return Arrays.stream(values()).filter(status -> status.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
