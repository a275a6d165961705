package dev.byline.comment;

import static dev.byline.http.ProblemType.ID_TAKEN;
import static dev.byline.http.ProblemType.INVALID_TOKEN;

import dev.byline.body.Rendering;
import dev.byline.identity.Caller;
import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/// A reader's text on an article, or a reply to another comment. Its commands are called under
/// the lock of the article's row, so that the counts hold.
@ConstraintProblem(
        constraint = "comment_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@ConstraintProblem(
        constraint = "comment_account_id_fkey",
        type = INVALID_TOKEN,
        detail = "The account was deleted at the same moment.")
@Entity
public class Comment extends PanacheEntityBase {
    static final int MAX_DEPTH = 10;

    @Id UUID id;
    @Version int version;

    @Column(updatable = false)
    UUID articleId;

    @Column(updatable = false)
    UUID parentId;

    @Column(updatable = false)
    int depth;

    String name;
    String email;
    String body;

    String bodyHtml;

    @Enumerated(EnumType.STRING)
    CommentStatus status;

    /// Replies that readers can see, among them those that stay for the sake of their own
    /// replies.
    @OptimisticLock(excluded = true)
    int replyCount;

    @Column(updatable = false)
    UUID accountId;

    @Column(updatable = false)
    Instant createdAt;

    Instant editedAt;

    protected Comment() {}

    /// The words of a new one, which has its place yet to find. It waits, unless its writer decides
    /// on comments.
    Comment(UUID id, String name, CommentInput input, Caller writer) {
        this.id = id;
        this.name = name;
        this.email = input.email();
        write(input.body());
        this.status = writer.mayModerate() ? CommentStatus.APPROVED : CommentStatus.HELD;
        this.accountId = writer.accountId();
    }

    Comment on(UUID article, Instant now) {
        this.articleId = article;
        this.createdAt = now;
        return this;
    }

    void under(Comment parent) {
        this.parentId = parent.id;
        this.depth = parent.depth + 1;
    }

    boolean isApproved() {
        return status == CommentStatus.APPROVED;
    }

    boolean isVisible() {
        return isApproved() || replyCount > 0;
    }

    void change(CommentChange change, Instant now) {
        if (change.status() == CommentStatus.DELETED) {
            erase();
            return;
        }
        if (!Objects.equals(change.name(), name) || !Objects.equals(change.body(), body)) {
            this.editedAt = now;
        }
        this.name = change.name();
        this.email = change.email();
        write(change.body());
        this.status = change.status();
    }

    /// What was deleted leaves no words and no address behind, not even in the database.
    void erase() {
        this.status = CommentStatus.DELETED;
        this.name = null;
        this.email = null;
        this.body = null;
        this.bodyHtml = null;
    }

    private void write(String body) {
        if (!Objects.equals(body, this.body)) {
            this.body = body;
            this.bodyHtml = Rendering.ofComment(body);
        }
    }
}
