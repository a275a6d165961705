package dev.byline.identity;

import dev.byline.sql.Reads;
import dev.byline.text.Texts;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who makes a request: an account, or a reader, of whom nothing is known: then all is null, and
/// there are no permissions.
///
/// @param authorId as whom it writes, or null
/// @param permissions what its role may do
/// @param pass that somebody without an account showed, or null
public record Caller(
        UUID accountId,
        String name,
        Role role,
        UUID authorId,
        Set<Permission> permissions,
        Pass pass) {

    private static final String ATTRIBUTE = "byline.caller";
    public static final Caller READER = new Caller(null, null, null, null, Set.of(), null);

    /// An account with all that its role may do.
    public Caller(UUID accountId, String name, Role role) {
        this(accountId, name, role, null, Permission.of(role), null);
    }

    /// Somebody without an account, who showed a pass.
    ///
    /// @param name for the access log
    static Caller with(Pass pass, String name) {
        return new Caller(null, name, null, null, Set.of(), pass);
    }

    public static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? READER : caller;
    }

    static Caller of(ResultSet account) throws SQLException {
        var role = Role.valueOf(account.getString("role"));
        return new Caller(
                Reads.id(account, "id"),
                account.getString("name"),
                role,
                Reads.id(account, "author_id"),
                Permission.of(role),
                null);
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(() -> Texts.escaped(name)) // for the access log
                .addRoles(permissions.stream().map(Permission::text).collect(Collectors.toSet()))
                .addAttribute(ATTRIBUTE, this)
                .build();
    }

    public boolean isAnonymous() {
        return accountId == null;
    }

    /// Whether it showed nothing at all.
    public boolean isReader() {
        return isAnonymous() && pass == null;
    }

    /// Whether it may, on anything or on its own.
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// Whether its role may that with its own alone.
    public boolean mayOnlyOnOwn(Permission permission) {
        return permission.isOfOwn(role);
    }

    public boolean seesDrafts() {
        return may(Permission.DRAFTS_READ);
    }

    public boolean mayModerate() {
        return may(Permission.COMMENTS_MODERATE);
    }
}
