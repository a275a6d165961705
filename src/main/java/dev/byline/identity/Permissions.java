package dev.byline.identity;

/// The names of [Permission]s, for `@RolesAllowed`.
public final class Permissions {
    public static final String DRAFTS_READ = "drafts:read";
    public static final String ARTICLES_WRITE = "articles:write";
    public static final String ARTICLES_PUBLISH = "articles:publish";
    public static final String ARTICLES_REVIEW = "articles:review";
    public static final String NOTES_WRITE = "notes:write";
    public static final String RELEASES_WRITE = "releases:write";
    public static final String PREVIEWS_WRITE = "previews:write";
    public static final String PAGES_WRITE = "pages:write";
    public static final String TERMS_WRITE = "terms:write";
    public static final String COMMENTS_MODERATE = "comments:moderate";
    public static final String TRASH_PURGE = "trash:purge";
    public static final String CHANGES_READ = "changes:read";
    public static final String ACCOUNTS_MANAGE = "accounts:manage";
    public static final String TOKENS_MANAGE = "tokens:manage";

    private Permissions() {}
}
