package dev.byline.author;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/// A person with a byline. An author need not have an account.
@Entity
public class Author extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version int version;
    String slug;
    String name;
    String biography;
    String picture;

    @JdbcTypeCode(SqlTypes.JSON)
    List<AuthorLink> links;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    protected Author() {}

    Author(String slug, AuthorInput input, Instant now) {
        this.createdAt = now;
        write(slug, input, now);
    }

    /// Takes the input's content; with the same content nothing changes, not even the version.
    void replace(AuthorInput input, Instant now) {
        var slug = input.slug() == null ? this.slug : input.slug();
        if (!input.withSlug(slug).equals(AuthorInput.of(this))) {
            write(slug, input, now);
        }
    }

    private void write(String slug, AuthorInput input, Instant now) {
        this.slug = slug;
        this.name = input.name();
        this.biography = input.biography();
        this.picture = input.picture();
        this.links = input.links();
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
