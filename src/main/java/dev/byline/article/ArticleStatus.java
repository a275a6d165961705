package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// What an article's timeline makes of it. Readers only ever see `published`.
enum ArticleStatus {
    @JsonProperty("draft")
    DRAFT("a.trashedAt is null and a.publishedAt is null"),
    @JsonProperty("scheduled")
    SCHEDULED("a.trashedAt is null and l.id is null and " + ArticleStatus.PLANNED),
    @JsonProperty("published")
    PUBLISHED("a.trashedAt is null and l.id is not null"),
    @JsonProperty("withdrawn")
    WITHDRAWN(
            "a.trashedAt is null and l.id is null and a.publishedAt is not null and not "
                    + ArticleStatus.PLANNED),
    @JsonProperty("trashed")
    TRASHED("a.trashedAt is not null");

    static final String PLANNED =
            "exists (select 1 from Revision p where p.article = a and p.liveFrom > instant)";

    /// HQL that is true of the articles with this status, seen as an editor sees them.
    final String condition;

    ArticleStatus(String condition) {
        this.condition = condition;
    }

    static Optional<ArticleStatus> of(String name) {
        return Arrays.stream(values()).filter(status -> status.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
