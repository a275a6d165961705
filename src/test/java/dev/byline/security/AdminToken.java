package dev.byline.security;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/// A new administrator's token, for tests of what is not this package's.
public final class AdminToken {
    private AdminToken() {}

    public static String issue() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var account = new Account("admin-" + UUID.randomUUID(), Role.ADMIN);
                            account.persist();
                            return Token.issue(account, "test", null).secret().reveal();
                        });
    }
}
