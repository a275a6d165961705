package dev.byline.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Tokens for tests, made where nobody can ask for one by HTTP yet: in the database.
public final class TestTokens {

    private TestTokens() {}

    /// A token of a new account with this role.
    public static String of(Role role) {
        return of(role, null);
    }

    /// Of a new account with this role: no more than these permissions.
    public static String scoped(Role role, Collection<Permission> scopes) {
        return make(role, token -> token.scopes = List.copyOf(scopes));
    }

    public static String suspended(Role role) {
        return make(role, token -> token.account.suspended = true);
    }

    public static String expired(Role role) {
        return make(role, token -> token.expiresAt = Instant.EPOCH);
    }

    private static String make(Role role, Consumer<Token> change) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account = new Account(role.text() + "-" + UUID.randomUUID(), role);
                            account.persist();
                            var issued = Token.issue(account, "test", null);
                            change.accept(issued.token());
                            return issued.secret().reveal();
                        });
    }

    /// Likewise, of one that writes as this author.
    public static String of(Role role, UUID author) {
        return make(role, token -> token.account.author = author);
    }
}
