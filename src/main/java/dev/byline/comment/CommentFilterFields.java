package dev.byline.comment;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a filter of comments may ask for. Of what stands in its place for the sake of replies
/// readers see that it is deleted, and nothing else: so it is for their filters too.
final class CommentFilterFields implements FilterFields {
    @Override
    public List<FilterField> all() {
        return of(true);
    }

    static List<FilterField> of(boolean moderator) {
        return CommentView.properties(moderator)
                .filterFields(
                        Map.of(
                                "status",
                                status -> FilterField.choice(status.name(), statuses(moderator))));
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
            case APPROVED -> CommentView.IS_APPROVED;
            case DELETED -> "not " + CommentView.IS_APPROVED;
            case HELD, REJECTED, SPAM -> "false";
        };
    }
}
