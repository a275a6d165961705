package dev.byline.release;

import dev.byline.http.ProblemType;
import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// Several articles that go live, or are withdrawn, at one instant: all or none of them. Its items
/// are rows that [ReleaseItems] reads and writes.
@ConstraintProblem(
        constraint = "release_pkey",
        type = ProblemType.ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
public class Release extends PanacheEntityBase {
    @Id UUID id;
    @Version int version;
    String name;
    String note;

    /// When it goes out, or went; null while nothing is planned.
    Instant at;

    Instant createdAt;
    Instant updatedAt;

    protected Release() {}

    Release(Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.createdAt = now;
        this.updatedAt = now;
    }

    boolean isPlanned(Instant now) {
        return at != null && at.isAfter(now);
    }

    boolean isOut(Instant now) {
        return at != null && !at.isAfter(now);
    }
}
