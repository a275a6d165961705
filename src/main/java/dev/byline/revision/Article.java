package dev.byline.revision;

import static dev.byline.http.ProblemType.IN_TRASH;

import dev.byline.change.Change;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The identity of a story: its addresses, its lock version, and whether it is in the trash.
/// What it says is in its revisions. Its commands are called under the lock of its row.
@Entity
public class Article extends PanacheEntityBase {
    @Id public UUID id;
    @Version public int version;
    public String slug;

    @Column(name = "newest_revision")
    public int newestRevision;

    @Column(name = "comments_open")
    public boolean commentsOpen;

    /// Written by the commands of comments, never by this entity: two of them at once must both
    /// count.
    @Column(name = "comment_count", insertable = false, updatable = false)
    int commentCount;

    @Column(name = "created_at", updatable = false)
    public Instant createdAt;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "trashed_at")
    public Instant trashedAt;

    /// What this command saved, or null.
    @Transient public Revision saved;

    protected Article() {}

    public Article(UUID id, String slug, boolean commentsOpen, Instant now) {
        this.id = id;
        this.slug = slug;
        this.commentsOpen = commentsOpen;
        this.createdAt = now;
        this.changedAt = now;
    }

    /// A new revision with this content, unless the newest says the same, and with the same note or
    /// without need of one.
    public Optional<Revision> revise(Revision newest, Content content, Save save) {
        if (newest != null && newest.content().equals(content) && !save.isNoted(newest.note)) {
            return Optional.empty();
        }
        this.newestRevision += 1;
        this.changedAt = save.at();
        this.saved = new Revision(this, newestRevision, content, save);
        return Optional.of(saved);
    }

    /// The slug that it had, where it takes another.
    public Optional<String> rename(String slug, Instant now) {
        if (slug == null || slug.equals(this.slug)) {
            return Optional.empty();
        }
        var former = this.slug;
        this.slug = slug;
        this.changedAt = now;
        return Optional.of(former);
    }

    public Optional<Change> openComments(boolean open, Instant now) {
        if (open == commentsOpen) {
            return Optional.empty();
        }
        this.commentsOpen = open;
        this.changedAt = now;
        return Optional.of(
                Change.of(open ? "article.comments-opened" : "article.comments-closed", id));
    }

    public void publishedSince(Instant first, Instant now) {
        this.publishedAt = first;
        this.changedAt = now;
    }

    public Change trash(Instant now) {
        this.trashedAt = now;
        this.changedAt = now;
        return Change.of("article.trashed", id);
    }

    public Change restore(Instant now) {
        this.trashedAt = null;
        this.changedAt = now;
        return Change.of("article.restored", id);
    }

    public void mustNotBeInTrash() {
        if (trashedAt != null) {
            throw IN_TRASH.because("The article is in the trash since " + trashedAt + ".");
        }
    }
}
