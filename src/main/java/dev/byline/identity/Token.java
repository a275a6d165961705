package dev.byline.identity;

import static dev.byline.http.ProblemType.ID_TAKEN;

import dev.byline.sql.ConstraintProblem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/// That a secret was given to an account. The secret itself is kept nowhere: its hash is enough
/// to know it again, and fast enough to compute, since nobody guesses 256 random bits.
@ConstraintProblem(
        constraint = "token_pkey",
        type = ID_TAKEN,
        detail = "There is one with this id already.")
@Entity
public class Token extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;

    public String name;
    byte[] hash;

    @CreationTimestamp(source = SourceType.DB)
    public Instant createdAt;

    public Instant expiresAt;

    /// The most that it may; null for all that its account may.
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Permission> scopes;

    /// Ranges from which alone it is taken; null for everywhere.
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> addresses;

    /// The first instant, in UTC, of the day on which it was last used.
    public Instant lastUsedAt;

    protected Token() {}

    /// A token and its secret, which cannot be had again.
    public record Issued(Token token, Secret secret) {}

    /// Makes a new secret for an account, valid until `expiresAt`, or for good where that is
    /// null.
    public static Issued issue(Account account, String name, Instant expiresAt) {
        var secret = Secret.random();
        return new Issued(accept(secret, account, name, expiresAt), secret);
    }

    /// Makes a secret of the caller's own choosing valid.
    static Token accept(Secret secret, Account account, String name, Instant expiresAt) {
        var token = new Token();
        token.account = account;
        token.name = name;
        token.hash = secret.hash();
        token.expiresAt = expiresAt;
        token.persist();
        return token;
    }
}
