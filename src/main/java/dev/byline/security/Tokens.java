package dev.byline.security;

import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

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

    /// In SQL, as every start asks this, and to understand HQL takes longer than the answer.
    @SQL("select exists (select from token where hash = :hash)")
    boolean know(byte[] hash);

    @SQL("select exists (select from account)")
    boolean haveOwners();
}
