package dev.byline.review;

import static dev.byline.http.ProblemType.ID_TAKEN;

import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// What a colleague notes on a revision. Its place is told as it was there, with the words.
@ConstraintProblem(
        constraint = "note_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
public class Note extends PanacheEntityBase {
    @Id UUID id;
    @Version int version;
    UUID articleId;
    int revision;
    String text;

    @Enumerated(EnumType.STRING)
    NoteField field;

    Integer begins;
    Integer ends;
    String quote;
    UUID accountId;
    Instant createdAt;
    Instant editedAt;
    Instant resolvedAt;
    UUID resolvedBy;

    protected Note() {}

    Note(UUID articleId, int revision, String text, UUID accountId, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.articleId = articleId;
        this.revision = revision;
        this.text = text;
        this.accountId = accountId;
        this.createdAt = now;
    }

    void at(NotePlace place, String words) {
        field = place.field();
        begins = place.start();
        ends = place.end();
        quote = words;
    }

    void resolve(UUID by, Instant now) {
        resolvedAt = now;
        resolvedBy = by;
    }

    void reopen() {
        resolvedAt = null;
        resolvedBy = null;
    }
}
