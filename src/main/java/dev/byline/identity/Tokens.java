package dev.byline.identity;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The questions about tokens.
@Singleton
class Tokens {
    private static final String CALLER =
            """
            select a.id, a.name, a.role, a.author_id from token t join account a on a.id = t.account_id
            where t.hash = ? and (t.expires_at is null or t.expires_at > now())
            """;

    private final Reads reads;
    private final AgroalDataSource pool;

    Tokens(Reads reads, @DataSource("tokens") AgroalDataSource pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /// Whose secret it is, unless it has expired by the database's clock. Asked on connections of
    /// its own, so that an editor is known however many read.
    Optional<Caller> callerWith(Secret secret) {
        return Reads.on(pool, Sql.of(CALLER, secret.hash()), Caller::of);
    }

    boolean know(Secret secret) {
        return reads.first(Sql.of("select 1 from token where hash = ?", secret.hash()), row -> row)
                .isPresent();
    }

    /// Whether there is an account at all.
    boolean haveOwners() {
        return reads.first(Sql.of("select 1 from account limit 1"), row -> row).isPresent();
    }
}
