package dev.byline.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Locale;
import java.util.UUID;

/// Tokens for tests, made where nobody can ask for one by HTTP yet: in the database.
public final class TestTokens {

    private TestTokens() {}

    /// A token of a new account with one of the [Roles].
    public static String of(String role) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account =
                                    new Account(
                                            role + "-" + UUID.randomUUID(),
                                            Role.valueOf(role.toUpperCase(Locale.ROOT)));
                            account.persist();
                            return Token.issue(account, "test", null).secret().reveal();
                        });
    }
}
