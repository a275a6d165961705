package dev.byline.revision;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What an article's timeline makes of it. Readers only ever see `published`.
public enum ArticleStatus {
    @JsonProperty("draft")
    DRAFT("a.trashed_at is null and a.published_at is null"),
    @JsonProperty("scheduled")
    SCHEDULED("a.trashed_at is null and l.id is null and " + ArticleStatus.PLANNED),
    @JsonProperty("published")
    PUBLISHED("a.trashed_at is null and l.id is not null"),
    @JsonProperty("withdrawn")
    WITHDRAWN(
            "a.trashed_at is null and l.id is null and a.published_at is not null and not "
                    + ArticleStatus.PLANNED),
    @JsonProperty("trashed")
    TRASHED("a.trashed_at is not null");

    private static final String PLANNED =
            "exists (select 1 from revision p where p.article_id = a.id and p.live_from > now())";

    /// True of the articles of which a revision goes live after an instant, or after now for null.
    static Sql planned(Instant instant) {
        return instant == null ? Sql.of(PLANNED) : Sql.of(PLANNED.replace("now()", "?"), instant);
    }

    /// SQL that is true of the articles with this status, seen as an editor sees them.
    public final String condition;

    ArticleStatus(String condition) {
        this.condition = condition;
    }

    public static Optional<ArticleStatus> of(String name) {
        return Arrays.stream(values()).filter(status -> status.text().equals(name)).findFirst();
    }

    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
