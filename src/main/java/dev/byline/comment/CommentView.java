package dev.byline.comment;

import static dev.byline.identity.Audience.MODERATORS;
import static dev.byline.property.Filtering.PARTS_READ;
import static dev.byline.property.Filtering.VALUE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.identity.Caller;
import dev.byline.list.Fields;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A comment as the API shows it. A comment that is no longer shown but has replies that are
/// stays in its place, for readers as `deleted` and without its words, whatever moderators did
/// to it.
@Schema(
        name = "Comment",
        description = "A reader's text on an article, or a reply to another comment.")
record CommentView(
        @Property(sql = "c.id", filter = VALUE) UUID id,
        @Property(sql = "c.article_id", filter = VALUE) UUID articleId,
        @Property(sql = "c.parent_id", filter = VALUE)
                @Schema(description = "The comment it replies to.", nullable = true)
                UUID parentId,
        @Property(sql = "{shown}c.name{end}", filter = PARTS_READ)
                @Schema(nullable = true, examples = "A reader")
                String name,
        @Property(sql = "c.email", filter = PARTS_READ, audience = MODERATORS)
                @Schema(
                        description = "For moderators alone.",
                        format = "idn-email",
                        nullable = true)
                String email,
        @Property(sql = "{shown}c.body{end}")
                @Schema(
                        description = "The source, as it was written.",
                        nullable = true,
                        examples = "Well put.")
                String body,
        @Property(sql = "{shown}c.body_html{end}")
                @Schema(nullable = true, examples = "<p>Well put.</p>")
                String bodyHtml,
        @Property(sql = "{shown}c.status{deleted}{end}", filter = VALUE) CommentStatus status,
        @Property(sql = "c.created_at", sort = true, filter = VALUE) Instant createdAt,
        @Property(sql = "{shown}c.edited_at{end}", filter = VALUE) @Schema(nullable = true)
                Instant editedAt,
        @Property(sql = "c.reply_count", filter = VALUE)
                @Schema(
                        description = "How many replies readers can see.",
                        minimum = "0",
                        examples = "0")
                int replyCount) {

    static final String IS_APPROVED = "c.status = 'APPROVED'";

    static final Properties<CommentView> PROPERTIES = Properties.of(CommentView.class);

    private static final Properties<CommentView> MODERATORS_SEE =
            PROPERTIES.with(
                    Map.of("shown", Sql.NOTHING, "deleted", Sql.NOTHING, "end", Sql.NOTHING));

    /// Of what stands in its place for the sake of replies, that it is deleted.
    private static final Properties<CommentView> READERS_SEE =
            PROPERTIES.with(
                    Map.of(
                            "shown",
                            Sql.of("(case when " + IS_APPROVED + " then "),
                            "deleted",
                            Sql.of(" else 'DELETED'"),
                            "end",
                            Sql.of(" end)")));

    static Properties<CommentView> properties(boolean moderator) {
        return moderator ? MODERATORS_SEE : READERS_SEE;
    }

    /// @param asked the parameter, or null for all
    static Fields fields(String asked, Caller caller) {
        var known = PROPERTIES.fieldNames();
        return Fields.of(asked, known.of(caller), known, caller);
    }

    /// Takes out of an answer what a deleted comment does not have.
    static void erase(ObjectNode comment) {
        for (var words : List.of("name", "email", "body", "bodyHtml")) {
            if (comment.has(words)) {
                comment.putNull(words);
            }
        }
        comment.put("status", "deleted");
    }
}
