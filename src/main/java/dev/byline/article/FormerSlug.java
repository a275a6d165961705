package dev.byline.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// An address that an article had. Several articles may have had it, one after the other.
@Entity
@Table(name = "former_slug")
@IdClass(FormerSlug.Key.class)
class FormerSlug extends PanacheEntityBase {
    record Key(String slug, UUID articleId) implements Serializable {}

    @Id String slug;

    @Id
    @Column(name = "article_id")
    UUID articleId;

    @Column(name = "retired_at")
    Instant retiredAt;

    protected FormerSlug() {}

    FormerSlug(String slug, UUID articleId, Instant retiredAt) {
        this.slug = slug;
        this.articleId = articleId;
        this.retiredAt = retiredAt;
    }
}
