package dev.byline.comment;

import static dev.byline.filter.FilterField.choice;
import static dev.byline.filter.FilterField.id;
import static dev.byline.filter.FilterField.instant;
import static dev.byline.filter.FilterField.number;
import static dev.byline.filter.FilterField.text;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Audience;
import dev.byline.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a filter of comments may ask for. Of what stands in its place for the sake of replies
/// readers see that it is deleted, and nothing else: so it is for their filters too.
final class CommentFilterFields implements FilterFields {
    private static final String APPROVED = "c.status = 'APPROVED'";

    @Override
    public List<FilterField> all() {
        return of(true);
    }

    static List<FilterField> of(boolean moderator) {
        return List.of(
                id("id", "c.id"),
                id("articleId", "c.article_id"),
                id("parentId", "c.parent_id").orNull(),
                text("name", words("c.name", moderator)).orNull().withPartsRead(),
                text("email", "c.email").orNull().withPartsRead().only(Audience.MODERATORS),
                choice("status", statuses(moderator)),
                instant("createdAt", "c.created_at"),
                instant("editedAt", words("c.edited_at", moderator)).orNull(),
                number("replyCount", "c.reply_count"));
    }

    private static String words(String column, boolean moderator) {
        return moderator ? column : "(case when %s then %s end)".formatted(APPROVED, column);
    }

    private static Map<String, Sql> statuses(boolean moderator) {
        var statuses = new LinkedHashMap<String, Sql>();
        for (var status : CommentStatus.values()) {
            statuses.put(
                    status.text(),
                    moderator ? Sql.of("c.status = ?", status) : Sql.of(shown(status)));
        }
        return statuses;
    }

    private static String shown(CommentStatus status) {
        return switch (status) {
            case APPROVED -> APPROVED;
            case DELETED -> "not " + APPROVED;
            case HELD, REJECTED, SPAM -> "false";
        };
    }
}
