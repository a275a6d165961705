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
/// @param tokenId by which it is known
/// @param permissions what its role may do, and the scopes of the token let it
/// @param pass that somebody without an account showed, or null
public record Caller(
        UUID accountId,
        String name,
        Role role,
        UUID authorId,
        UUID tokenId,
        Set<Permission> permissions,
        Pass pass) {

    public static final Caller READER = new Caller(null, null, null, null, null, Set.of(), null);
    private static final String ATTRIBUTE = "byline.caller";

    /// An account with all that its role may do.
    public Caller(UUID accountId, String name, Role role) {
        this(accountId, name, role, null, null, Permission.of(role), null);
    }

    /// Somebody without an account, who showed a pass.
    ///
    /// @param name for the access log
    static Caller with(Pass pass, String name) {
        return new Caller(null, name, null, null, null, Set.of(), pass);
    }

    public static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? READER : caller;
    }

    static Caller of(ResultSet account, Set<Permission> permissions) throws SQLException {
        return new Caller(
                Reads.id(account, "id"),
                account.getString("name"),
                Role.valueOf(account.getString("role")),
                Reads.id(account, "author_id"),
                Reads.id(account, "token_id"),
                permissions,
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

    /// Whether it may, on anything.
    public boolean mayOnAny(Permission permission) {
        return may(permission) && !mayOnlyOnOwn(permission);
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
