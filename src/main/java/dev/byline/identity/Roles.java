package dev.byline.identity;

/// What an account may do, as names for `@RolesAllowed`. Each one holds those below it.
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String EDITOR = "editor";
    public static final String MODERATOR = "moderator";

    private Roles() {}
}
