package dev.byline.identity;

import static dev.byline.http.ProblemType.ID_TAKEN;
import static dev.byline.http.ProblemType.NAME_TAKEN;

import dev.byline.sql.ConstraintProblem;
import dev.byline.text.Texts;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
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
@ConstraintProblem(
        constraint = {"account_name_unique", "account_name_key_unique"},
        type = NAME_TAKEN,
        detail = "Another account has this name.")
@ConstraintProblem(
        constraint = "account_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
public class Account extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @Version public int version;
    public String name;

    /// What two accounts cannot have in common. Null where the release before wrote it, which knows
    /// no such key, and where another account had the name before there was one.
    String nameKey;

    @Enumerated(EnumType.STRING)
    public Role role;

    /// As whom it writes, or null.
    @Column(name = "author_id")
    public UUID author;

    /// Then none of its tokens opens anything.
    public boolean suspended;

    @CreationTimestamp(source = SourceType.DB)
    public Instant createdAt;

    protected Account() {}

    public Account(String name, Role role) {
        rename(name);
        this.role = role;
    }

    public final void rename(String name) {
        this.name = name;
        this.nameKey = Texts.caseless(name);
    }
}
