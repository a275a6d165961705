package dev.byline.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UuidGenerator;

/// Who may write: a person or a program, known by its tokens.
@Entity
public class Account extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version int version;
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    @CreationTimestamp(source = SourceType.DB)
    Instant createdAt;

    protected Account() {}

    Account(String name, Role role) {
        this.name = name;
        this.role = role;
    }
}
