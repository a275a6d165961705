package dev.byline.revision;

import static dev.byline.http.ProblemType.ID_TAKEN;
import static dev.byline.http.ProblemType.IN_TRASH;
import static dev.byline.http.ProblemType.SLUG_TAKEN;

import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// The identity of a story: its addresses, its lock version, and whether it is in the trash.
/// What it says is in its revisions. Commands hold it under the lock of its row, and
/// [ArticleRows] writes it.
@ConstraintProblem(
        constraint = "article_slug_unique",
        type = SLUG_TAKEN,
        detail = "Another one has this slug.")
@ConstraintProblem(
        constraint = "article_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
@Immutable
public class Article extends PanacheEntityBase {
    @Id public UUID id;
    @Version public int version;
    public String slug;

    @Column(name = "newest_revision")
    public int newestRevision;

    @Column(name = "comments_open")
    public boolean commentsOpen;

    /// Written by the commands of comments alone: two of them at once must both count.
    @Column(name = "comment_count")
    int commentCount;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "trashed_at")
    public Instant trashedAt;

    protected Article() {}

    public Article(UUID id, String slug, boolean commentsOpen, Instant now) {
        this.id = id;
        this.slug = slug;
        this.commentsOpen = commentsOpen;
        this.createdAt = now;
        this.changedAt = now;
    }

    public void mustNotBeInTrash() {
        if (trashedAt != null) {
            throw IN_TRASH.because("The article is in the trash since " + trashedAt + ".");
        }
    }
}
