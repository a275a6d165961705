package dev.byline.term;

import dev.byline.text.Collation;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/// What articles are filed under and found by: an author, a tag.
///
/// @param <I> what it is written as
@MappedSuperclass
public abstract class Term<I extends TermInput> extends PanacheEntityBase {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    protected UUID id;

    @Version int version;
    protected String slug;
    protected String name;
    protected boolean internal;

    /// By which it is sorted.
    byte[] sortKey;

    @Column(updatable = false)
    protected Instant createdAt;

    protected Instant updatedAt;

    /// Then it is found nowhere, and the other is in its place.
    UUID replacedBy;

    Instant replacedAt;

    protected Term() {}

    void create(String slug, I input, Instant now) {
        this.slug = slug;
        this.internal = Boolean.TRUE.equals(input.internal());
        createdAt = now;
        write(input, now);
    }

    /// Takes what the input says of it.
    void write(I input, Instant now) {
        this.name = input.name();
        this.sortKey = Collation.ofSite().key(name);
        this.updatedAt = now;
        take(input);
    }

    /// Takes what the input has besides slug and name.
    protected abstract void take(I input);

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    /// Whether it is for editors alone.
    public boolean isInternal() {
        return internal;
    }
}
