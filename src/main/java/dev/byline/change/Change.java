package dev.byline.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

/// What one command did, as the row of the change log that it leaves in its own transaction.
/// The database adds the time and the transaction.
@Entity
public class Change extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String act;

    @Column(name = "subject_type")
    String subjectType;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "account_id")
    UUID accountId;

    String origin;

    @Column(name = "revision_before")
    Integer revisionBefore;

    @Column(name = "revision_after")
    Integer revisionAfter;

    protected Change() {}

    private Change(String act, String subjectType, UUID subjectId, Integer before, Integer after) {
        this.act = act;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.revisionBefore = before;
        this.revisionAfter = after;
    }

    /// @param act such as `article.published`: the kind of thing, and what was done to it
    public static Change of(String act, UUID subjectId) {
        return of(act, subjectId, null, null);
    }

    public static Change of(String act, UUID subjectId, Integer before, Integer after) {
        return new Change(act, act.substring(0, act.indexOf('.')), subjectId, before, after);
    }
}
