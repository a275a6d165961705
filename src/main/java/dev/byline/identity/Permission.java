package dev.byline.identity;

import static dev.byline.identity.Role.ADMIN;
import static dev.byline.identity.Role.CONTRIBUTOR;
import static dev.byline.identity.Role.EDITOR;
import static dev.byline.identity.Role.MODERATOR;
import static dev.byline.identity.Role.VIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The one table of who may do what: each operation needs one permission, and each permission has
/// the roles that have it on anything, and those that have it on what is their own. Its name is
/// that of a token's scope too. Whoever has none is a reader.
///
/// That an operation needs one is said there, by `@RolesAllowed` with a constant of
/// [Permissions]. Whether a thing is the caller's own is decided by the command that holds it.
public enum Permission {
    @JsonProperty(Permissions.DRAFTS_READ)
    DRAFTS_READ(
            "Read what is not published, and the history of everything",
            any(VIEWER, CONTRIBUTOR, EDITOR, ADMIN)),
    @JsonProperty(Permissions.ARTICLES_WRITE)
    ARTICLES_WRITE(
            "Write articles, which the answers show as they are then, put them into the trash and take them out",
            any(EDITOR, ADMIN),
            own(CONTRIBUTOR)),
    @JsonProperty(Permissions.ARTICLES_PUBLISH)
    ARTICLES_PUBLISH("Publish and withdraw articles", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.ARTICLES_REVIEW)
    ARTICLES_REVIEW(
            "Ask for a review of an article; of any, also approve it or ask for changes",
            any(EDITOR, ADMIN),
            own(CONTRIBUTOR)),
    @JsonProperty(Permissions.NOTES_WRITE)
    NOTES_WRITE(
            "Note something on articles, and resolve what others noted",
            any(CONTRIBUTOR, EDITOR, ADMIN)),
    @JsonProperty(Permissions.RELEASES_WRITE)
    RELEASES_WRITE("Make releases, send them out and take them back", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.PREVIEWS_WRITE)
    PREVIEWS_WRITE(
            "Make links that show somebody outside what is not published yet", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.PAGES_WRITE)
    PAGES_WRITE("Write, publish and withdraw pages", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.TERMS_WRITE)
    TERMS_WRITE("Write authors and tags", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.COMMENTS_MODERATE)
    COMMENTS_MODERATE(
            "See all comments with their writers' addresses, and decide on them",
            any(MODERATOR, EDITOR, ADMIN)),
    @JsonProperty(Permissions.TRASH_PURGE)
    TRASH_PURGE("Remove for good what is in the trash (`purge=true`)", any(ADMIN)),
    @JsonProperty(Permissions.CHANGES_READ)
    CHANGES_READ("Read who changed what", any(EDITOR, ADMIN)),
    @JsonProperty(Permissions.ACCOUNTS_MANAGE)
    ACCOUNTS_MANAGE(
            "Make, change, invite, suspend and delete accounts, and so give oneself any right",
            any(ADMIN)),
    @JsonProperty(Permissions.TOKENS_MANAGE)
    TOKENS_MANAGE(
            "Make, replace and revoke tokens",
            any(ADMIN),
            own(VIEWER, CONTRIBUTOR, MODERATOR, EDITOR));

    private final String what;
    private final Set<Role> any;
    private final Set<Role> own;

    Permission(String what, Set<Role> any) {
        this(what, any, EnumSet.noneOf(Role.class));
    }

    Permission(String what, Set<Role> any, Set<Role> own) {
        this.what = what;
        this.any = any;
        this.own = own;
    }

    private static Set<Role> any(Role first, Role... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Role> own(Role first, Role... rest) {
        return EnumSet.of(first, rest);
    }

    /// @throws IllegalArgumentException for a name that none has
    public static Permission of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no permission " + text));
    }

    /// Those of a role.
    public static Set<Permission> of(Role role) {
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(one -> !one.isOf(role));
        return permissions;
    }

    /// Its name, for programs and people, such as `articles:write`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
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
