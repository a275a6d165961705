package dev.byline.security;

import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.annotations.processing.HQL;

/// The questions about tokens.
interface Tokens {
    Session session();

    /// The account that a secret belongs to, unless it has expired by the database's clock.
    @HQL(
            """
            select account from Token
            where hash = :hash and (expiresAt is null or expiresAt > instant)
            """)
    Optional<Account> accountOf(byte[] hash);

    @HQL("select count(*) > 0 from Token where hash = :hash")
    boolean know(byte[] hash);
}
