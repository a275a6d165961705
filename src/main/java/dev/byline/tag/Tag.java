package dev.byline.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/// A topic.
@Entity
public class Tag extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version int version;
    String slug;
    String name;
    String description;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected Tag() {}

    Tag(String slug, TagInput input, Instant now) {
        this.createdAt = now;
        write(slug, input, now);
    }

    /// Takes the input's content; with the same content nothing changes, not even the version.
    void replace(TagInput input, Instant now) {
        var slug = input.slug() == null ? this.slug : input.slug();
        if (!input.withSlug(slug).equals(TagInput.of(this))) {
            write(slug, input, now);
        }
    }

    private void write(String slug, TagInput input, Instant now) {
        this.slug = slug;
        this.name = input.name();
        this.description = input.description();
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }
}
