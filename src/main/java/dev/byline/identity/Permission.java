package dev.byline.identity;

import static dev.byline.identity.Role.ADMIN;
import static dev.byline.identity.Role.CONTRIBUTOR;
import static dev.byline.identity.Role.EDITOR;
import static dev.byline.identity.Role.MODERATOR;
import static dev.byline.identity.Role.VIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The one table of who may do what: each operation needs one permission, and each permission has
/// the roles that have it on anything, and those that have it on what is their own. Its name is
/// that of a token's scope too. Whoever has none is a reader.
///
/// That an operation needs one is said there, by `@RolesAllowed` with a constant of
/// [Permissions]. Whether a thing is the caller's own is decided by the command that holds it.
public enum Permission {
    DRAFTS_READ(
            Permissions.DRAFTS_READ,
            "Read what is not published, and the history of everything",
            any(VIEWER, CONTRIBUTOR, EDITOR, ADMIN)),
    ARTICLES_WRITE(
            Permissions.ARTICLES_WRITE,
            "Write articles, put them into the trash and take them out",
            any(EDITOR, ADMIN),
            own(CONTRIBUTOR)),
    ARTICLES_PUBLISH(
            Permissions.ARTICLES_PUBLISH, "Publish and withdraw articles", any(EDITOR, ADMIN)),
    ARTICLES_REVIEW(
            Permissions.ARTICLES_REVIEW,
            "Ask for a review of an article; of any, also approve it or ask for changes",
            any(EDITOR, ADMIN),
            own(CONTRIBUTOR)),
    RELEASES_WRITE(
            Permissions.RELEASES_WRITE,
            "Make releases, send them out and take them back",
            any(EDITOR, ADMIN)),
    PREVIEWS_WRITE(
            Permissions.PREVIEWS_WRITE,
            "Make links that show somebody outside what is not published yet",
            any(EDITOR, ADMIN)),
    PAGES_WRITE(Permissions.PAGES_WRITE, "Write, publish and withdraw pages", any(EDITOR, ADMIN)),
    TERMS_WRITE(Permissions.TERMS_WRITE, "Write authors and tags", any(EDITOR, ADMIN)),
    COMMENTS_MODERATE(
            Permissions.COMMENTS_MODERATE,
            "See all comments with their writers' addresses, and decide on them",
            any(MODERATOR, EDITOR, ADMIN)),
    TRASH_PURGE(
            Permissions.TRASH_PURGE,
            "Remove for good what is in the trash (`purge=true`)",
            any(ADMIN)),
    CHANGES_READ(Permissions.CHANGES_READ, "Read who changed what", any(EDITOR, ADMIN)),
    ACCOUNTS_MANAGE(Permissions.ACCOUNTS_MANAGE, "Make and delete accounts", any(ADMIN)),
    TOKENS_MANAGE(Permissions.TOKENS_MANAGE, "Make and revoke tokens", any(ADMIN));

    private final String text;
    private final String what;
    private final Set<Role> any;
    private final Set<Role> own;

    Permission(String text, String what, Set<Role> any) {
        this(text, what, any, EnumSet.noneOf(Role.class));
    }

    Permission(String text, String what, Set<Role> any, Set<Role> own) {
        this.text = text;
        this.what = what;
        this.any = any;
        this.own = own;
    }

    private static Set<Role> any(Role first, Role... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Role> own(Role role) {
        return EnumSet.of(role);
    }

    /// @throws IllegalArgumentException for a name that none has
    public static Permission of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no permission " + text));
    }

    /// Those of a role.
    static Set<Permission> of(Role role) {
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(one -> !one.isOf(role));
        return permissions;
    }

    /// Its name, for programs and people, such as `articles:write`.
    public String text() {
        return text;
    }

    /// What it lets do, for people.
    public String what() {
        return what;
    }

    /// Whether the role has it, on anything or on its own.
    public boolean isOf(Role role) {
        return any.contains(role) || isOfOwn(role);
    }

    /// Whether the role has it on its own alone.
    public boolean isOfOwn(Role role) {
        return own.contains(role);
    }
}
