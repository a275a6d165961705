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
    private static final String FOUND =
            """
            select a.id, a.name, a.role, present_author(a.author_id) as author_id, a.suspended, t.id as token_id,
                array(select jsonb_array_elements_text(t.scopes)) as scopes, t.scopes is null as is_whole,
                array(select jsonb_array_elements_text(t.addresses)) as addresses,
                coalesce(t.expires_at <= now(), false) as has_expired,
                t.last_used_at is distinct from date_trunc('day', now(), 'UTC') as is_first_of_day
            from token t join account a on a.id = t.account_id where t.hash = ?
            """;

    private final Reads reads;
    private final AgroalDataSource pool;

    Tokens(Reads reads, @DataSource("tokens") AgroalDataSource pool) {
        this.reads = reads;
        this.pool = pool;
    }

    /// The token of this secret, with its account, whether it opens anything or not. Asked on
    /// connections of its own, so that an editor is known however many read.
    Optional<FoundToken> find(Secret secret) {
        return Reads.on(pool, Sql.of(FOUND, secret.hash()), FoundToken::of);
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
