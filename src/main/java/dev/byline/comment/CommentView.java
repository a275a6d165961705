package dev.byline.comment;

import static dev.byline.identity.Audience.MODERATORS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.identity.Caller;
import dev.byline.list.FieldNames;
import dev.byline.list.Fields;
import dev.byline.list.Slice;
import dev.byline.property.Property;
import dev.byline.sql.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A comment as the API shows it. A comment that is no longer shown but has replies that are
/// stays in its place, for readers as `deleted` and without its words, whatever moderators did
/// to it.
@Schema(
        name = "Comment",
        description = "A reader's text on an article, or a reply to another comment.")
record CommentView(
        UUID id,
        UUID articleId,
        @Schema(description = "The comment it replies to.", nullable = true) UUID parentId,
        @Schema(nullable = true, examples = "A reader") String name,
        @Property(audience = MODERATORS)
                @Schema(
                        description = "For moderators alone.",
                        format = "idn-email",
                        nullable = true)
                String email,
        @Schema(
                        description = "The source, as it was written.",
                        nullable = true,
                        examples = "Well put.")
                String body,
        @Schema(nullable = true, examples = "<p>Well put.</p>") String bodyHtml,
        CommentStatus status,
        Instant createdAt,
        @Schema(nullable = true) Instant editedAt,
        @Schema(description = "How many replies readers can see.", minimum = "0", examples = "0")
                int replyCount) {
    /// What `fields` may ask for.
    static final String NAMES =
            "id,articleId,parentId,name,body,bodyHtml,status,createdAt,editedAt,replyCount;moderators=email";

    private static final FieldNames FIELDS = FieldNames.of(NAMES);

    /// A page of comments, for the OpenAPI document.
    @Schema(name = "CommentList", description = "A page of comments.")
    record Page(List<CommentView> data, Slice.Page page) {}

    /// @param asked the parameter, or null for all
    static Fields fields(String asked, Caller caller) {
        return Fields.of(asked, FIELDS.of(caller), FIELDS, caller);
    }

    /// The select list, of which [#of] makes a view.
    static final String COLUMNS =
            """
            c.id, c.version, c.article_id, c.parent_id, c.name, c.email, c.body, c.body_html, c.status,
            c.created_at, c.edited_at, c.reply_count""";

    static CommentView of(ResultSet row, boolean moderator) throws SQLException {
        var status = CommentStatus.valueOf(row.getString("status"));
        var words = moderator || status == CommentStatus.APPROVED;
        return new CommentView(
                Reads.id(row, "id"),
                Reads.id(row, "article_id"),
                Reads.id(row, "parent_id"),
                words ? row.getString("name") : null,
                moderator ? row.getString("email") : null,
                words ? row.getString("body") : null,
                words ? row.getString("body_html") : null,
                words ? status : CommentStatus.DELETED,
                Reads.instant(row, "created_at"),
                words ? Reads.instant(row, "edited_at") : null,
                row.getInt("reply_count"));
    }

    static CommentView of(Comment comment, boolean moderator) {
        var words = moderator || comment.isApproved();
        return new CommentView(
                comment.id,
                comment.articleId,
                comment.parentId,
                words ? comment.name : null,
                comment.email,
                words ? comment.body : null,
                words ? comment.bodyHtml : null,
                words ? comment.status : CommentStatus.DELETED,
                comment.createdAt,
                words ? comment.editedAt : null,
                comment.replyCount);
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

    /// What the guest who wrote it is answered: their own words, and that they wait for approval.
    static CommentView ofOwn(Comment comment) {
        return new CommentView(
                comment.id,
                comment.articleId,
                comment.parentId,
                comment.name,
                null,
                comment.body,
                comment.bodyHtml,
                comment.status,
                comment.createdAt,
                comment.editedAt,
                comment.replyCount);
    }
}
