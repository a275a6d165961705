package dev.byline.identity;

import dev.byline.sql.Reads;
import dev.byline.text.Texts;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/// Who makes a request: an account, or a reader, of whom nothing is known (`accountId` and `name`
/// are null).
public record Caller(UUID accountId, String name, Set<String> roles) {

    private static final String ATTRIBUTE = "byline.caller";
    private static final Caller READER = new Caller(null, null, Set.of());

    public static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? READER : caller;
    }

    static Caller of(ResultSet account) throws SQLException {
        return new Caller(
                Reads.id(account, "id"),
                account.getString("name"),
                Role.valueOf(account.getString("role")).names());
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(() -> Texts.escaped(name)) // for the access log
                .addRoles(roles)
                .addAttribute(ATTRIBUTE, this)
                .build();
    }

    public boolean isAnonymous() {
        return accountId == null;
    }

    public boolean mayEdit() {
        return roles.contains(Roles.EDITOR);
    }

    public boolean mayModerate() {
        return roles.contains(Roles.MODERATOR);
    }

    public boolean mayAdminister() {
        return roles.contains(Roles.ADMIN);
    }
}
