package dev.byline.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/// Tokens for tests, made where nobody can ask for one by HTTP yet: in the database.
public final class TestTokens {

    private TestTokens() {}

    /// A token of a new account with this role.
    public static String of(Role role) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account = new Account(role.text() + "-" + UUID.randomUUID(), role);
                            account.persist();
                            return Token.issue(account, "test", null).secret().reveal();
                        });
    }
}
