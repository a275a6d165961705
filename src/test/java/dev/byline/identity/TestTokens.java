package dev.byline.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/// Tokens for tests, made where nobody can ask for one by HTTP yet: in the database.
public final class TestTokens {

    private TestTokens() {}

    /// A token of a new account with this role.
    public static String of(Role role) {
        return of(role, null);
    }

    /// Likewise, of one that writes as this author.
    public static String of(Role role, UUID author) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account = new Account(role.text() + "-" + UUID.randomUUID(), role);
                            account.author = author;
                            account.persist();
                            return Token.issue(account, "test", null).secret().reveal();
                        });
    }
}
