package dev.byline.revision;

import static dev.byline.http.ProblemType.ID_TAKEN;
import static dev.byline.http.ProblemType.IN_TRASH;
import static dev.byline.http.ProblemType.SLUG_TAKEN;

import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// The identity of a story of any kind: its addresses, its lock version, and whether it is in the
/// trash.
/// What it says is in its revisions. Commands hold it under the lock of its row, and
/// [StoryRows] writes it.
@ConstraintProblem(
        constraint = "article_slug_unique",
        type = SLUG_TAKEN,
        detail = "Another one has this slug.")
@ConstraintProblem(
        constraint = "article_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
@Table(name = "article")
@Immutable
public class Story extends PanacheEntityBase {
    @Id public UUID id;
    String kind;
    @Version public int version;
    public String slug;
    public int newestRevision;
    public boolean commentsOpen;

    /// Written by the commands of comments alone: two of them at once must both count.
    int commentCount;

    /// The account that made it, which the first revision tells; null where that is gone. Loaded
    /// for commands alone.
    @Transient public UUID madeBy;

    public Instant createdAt;
    public Instant changedAt;
    public Instant publishedAt;
    public Instant trashedAt;
    public UUID trashedBy;

    protected Story() {}

    public Story(StoryKind kind, UUID id, String slug, Instant now) {
        this.kind = kind.noun();
        this.id = id;
        this.slug = slug;
        this.commentsOpen = true;
        this.createdAt = now;
        this.changedAt = now;
    }

    public void mustNotBeInTrash() {
        if (trashedAt != null) {
            throw IN_TRASH.because("The " + kind + " is in the trash since " + trashedAt + ".");
        }
    }
}
