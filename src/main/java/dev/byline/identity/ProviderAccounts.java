package dev.byline.identity;

import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Texts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/// The accounts of those whom the identity provider lets in. One is made when somebody is seen for
/// the first time, and has the role that the provider names, now and whenever they come with
/// another: both are in the change log.
@Singleton
class ProviderAccounts {
    private static final Logger LOG = Logger.getLogger(ProviderAccounts.class);
    private static final int LONGEST_NAME = 200;

    private static final String FOUND =
            """
            select a.id, a.name, a.role, present_author(a.author_id) as author_id, a.suspended, null::uuid as token_id,
                '{}'::text[] as scopes, true as is_whole, '{}'::text[] as addresses,
                false as has_expired, false as is_first_of_day
            from account a where a.issuer = ? and a.subject = ?
            """;

    private static final String LOGGED =
            """
            , logged as (
                insert into change (act, subject_type, subject_id, account_id, origin)
                select 'account.%s', 'account', id, id, ? from done)
            select id from done
            """;

    private static final String ADD =
            """
            with done as (
                insert into account (id, version, name, name_key, role, issuer, subject, created_at)
                values (?, 0, ?, ?, ?, ?, ?, now()) on conflict do nothing returning id)
            """
                    + LOGGED.formatted("created");

    private static final String CHANGE =
            """
            with done as (
                update account set role = ?, version = version + 1
                where issuer = ? and subject = ? and role <> ? returning id)
            """
                    + LOGGED.formatted("changed");

    private final AgroalDataSource lookups;
    private final AgroalDataSource writers;

    ProviderAccounts(@DataSource("tokens") AgroalDataSource lookups, AgroalDataSource writers) {
        this.lookups = lookups;
        this.writers = writers;
    }

    /// @param from the address of the request, for the change log
    FoundToken of(ProviderToken token, String from) {
        var found = find(token);
        if (found.isEmpty()) {
            add(token, from);
        } else if (found.get().caller().role() != token.role() && !found.get().isSuspended()) {
            write(
                    Sql.of(
                            CHANGE,
                            token.role().name(),
                            token.issuer(),
                            token.subject(),
                            token.role().name(),
                            from));
        } else {
            return found.get();
        }
        return find(token).orElseThrow();
    }

    private Optional<FoundToken> find(ProviderToken token) {
        return Reads.on(lookups, Sql.of(FOUND, token.issuer(), token.subject()), FoundToken::of);
    }

    /// By their name, or where another account has it, by that and what the provider calls them.
    private void add(ProviderToken token, String from) {
        for (var name : List.of(token.name(), token.name() + " (" + token.subject() + ")")) {
            if (isAdded(token, oneLine(name), from)) {
                LOG.infof("An account was made: \"%s\"", Texts.escaped(name));
                return;
            }
        }
    }

    private static String oneLine(String name) {
        var line = Texts.trimmed(name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " "));
        return line.substring(
                0,
                line.offsetByCodePoints(
                        0, Math.min(LONGEST_NAME, line.codePointCount(0, line.length()))));
    }

    private boolean isAdded(ProviderToken token, String name, String from) {
        return write(
                Sql.of(
                        ADD,
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        name,
                        Texts.caseless(name),
                        token.role().name(),
                        token.issuer(),
                        token.subject(),
                        from));
    }

    private boolean write(Sql sql) {
        return Reads.on(writers, sql, row -> row).isPresent();
    }
}
