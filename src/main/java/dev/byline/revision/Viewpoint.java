package dev.byline.revision;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.http.Instants;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.list.Listing;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.Set;

/// Which revision of each story a caller gets, as the SQL that picks it: `a` is the story, `r` the
/// revision shown, `l` the one that is live. Every query about stories begins here, so that none
/// can forget who asks, and of which kind.
///
/// @param seesDrafts whether what is not published may be seen
/// @param live whether the live revision is asked for instead of the newest
/// @param at the instant at which it is live, or null for now
/// @param preview what is shown in the place of what is live, or null
public record Viewpoint(
        StoryKind kind, boolean seesDrafts, boolean live, Instant at, Preview preview) {
    private static final String LIVE =
            "%1$s.live_from <= %2$s and (%1$s.live_until is null or %1$s.live_until > %2$s)";
    private static final String FROM_LIVE = "article a join revision r on r.article_id = a.id and ";
    private static final String NEWEST =
            "article a join revision r on r.article_id = a.id and r.number = a.newest_revision";
    public static final String SAVER = " left join account s on s.id = r.saved_by";

    /// That a search finds the row `d`.
    public static final String MATCHES = "d.words @@ q.wanted";

    public static final Viewpoint READER = reader(ARTICLE);
    public static final Viewpoint EDITOR = editor(ARTICLE);

    /// What readers get now, for editors the newest, and for others what they have a pass to.
    public static Viewpoint of(StoryKind kind, Caller caller) {
        return caller.seesDrafts() ? editor(kind) : reader(kind, caller);
    }

    public static Viewpoint reader(StoryKind kind) {
        return new Viewpoint(kind, false, true, null, null);
    }

    private static Viewpoint reader(StoryKind kind, Caller caller) {
        return caller.pass() instanceof Preview preview
                ? new Viewpoint(kind, false, true, preview.at(), preview)
                : reader(kind);
    }

    public static Viewpoint editor(StoryKind kind) {
        return new Viewpoint(kind, true, false, null, null);
    }

    /// What an editor is answered after a write: the newest revision, at the very instant of the
    /// write, which the transaction's own `now()` is earlier than.
    public static Viewpoint afterWrite(StoryKind kind, Instant now) {
        return new Viewpoint(kind, true, false, now, null);
    }

    /// @param view `live` or `newest`, or null: readers get what is live, editors the newest
    /// revision
    /// @param asOf an instant of RFC 3339, or null
    public static Viewpoint of(StoryKind kind, Caller caller, String view, String asOf) {
        if (view != null && !view.equals("live") && !view.equals("newest")) {
            throw INVALID_PARAMETER.because("view must be live or newest.");
        }
        if (asOf != null || "newest".equals(view)) {
            Audience.NEWSROOM.demand(caller, asOf != null ? "asOf" : "view=newest");
        }
        if (asOf != null && "newest".equals(view)) {
            throw INVALID_PARAMETER.because(
                    "asOf shows what is live at an instant: it excludes view=newest.");
        }
        if (!caller.seesDrafts()) {
            return reader(kind, caller);
        }
        var at = asOf == null ? null : parse(asOf);
        return new Viewpoint(kind, true, at != null || "live".equals(view), at, null);
    }

    private static Instant parse(String asOf) {
        return Instants.parse(asOf)
                .orElseThrow(() -> INVALID_PARAMETER.because(Instants.fault("asOf", asOf)));
    }

    /// Whether it is what readers get at this moment, whoever asks.
    public boolean isReadersNow() {
        return live && at == null && preview == null;
    }

    /// Whose properties are shown.
    public Set<Audience> audiences() {
        return (seesDrafts ? Audience.NEWSROOM : Audience.EVERYONE).andEveryone();
    }

    /// What readers get at the same instant.
    public Viewpoint ofReaders() {
        return new Viewpoint(kind, false, true, at, preview);
    }

    /// Which of several of one slug is meant, as an order: the one outside of the trash, or else
    /// the last that came into it.
    public Sql preferred() {
        return live ? Sql.NOTHING : Sql.of(" order by a.trashed_at desc nulls first");
    }

    public Listing select(Sql columns) {
        var listing = Listing.of(columns, live ? fromLive() : fromNewest());
        listing.and(kind.is("a"));
        return live ? forReaders(listing) : listing;
    }

    /// The newest revisions for those who only count them.
    ///
    /// @param withRevisions whether `r` is asked for, or `a` alone
    public Listing newest(boolean withRevisions) {
        return Listing.of("1", withRevisions ? NEWEST : "article a").and(kind.is("a"));
    }

    /// What readers get of articles by the clock, for whoever may have waited for a lock:
    /// `now()` is the beginning of the transaction.
    public static Listing byTheClock(Sql columns) {
        return READER.forReaders(
                Listing.of(columns, Sql.of(FROM_LIVE + liveByTheClock("r"))).and(ARTICLE.is("a")));
    }

    private Listing forReaders(Listing listing) {
        var untrashed = listing.and("a.trashed_at is null");
        return showsUnpublished() ? untrashed : untrashed.and("a.published_at is not null");
    }

    /// Whether it shows what never was published.
    private boolean showsUnpublished() {
        return preview != null && preview.since() != null;
    }

    /// SQL for when readers first get the story of the row of this alias: what never was published
    /// counts as published when it was let be seen. Of drafts in the newsroom it is null.
    public String published(String alias) {
        var published = alias + ".published_at";
        return preview == null ? published : preview.orSince(published);
    }

    /// SQL for since when readers get what they get.
    public String updated() {
        var updated = liveAlias() + ".live_from";
        return preview == null ? updated : preview.orSince(updated);
    }

    private Listing searched(Listing documents) {
        var untrashed = documents.and(isLive("d")).and("not d.trashed");
        return showsUnpublished() ? untrashed : untrashed.and("d.published_at is not null");
    }

    /// The revisions that a search finds and this caller may see, read from `d`, which says all
    /// that it takes to find, see and rank them: the others are joined where something asks for
    /// them (PostgreSQL leaves out an outer join that nothing does).
    ///
    /// @param question joins `q`, what is searched for; [Sql#NOTHING] for all that the caller may
    /// see
    public Listing hits(Sql columns, Sql question) {
        var from = Sql.of("search_document d left join article a on a.id = d.article_id");
        from = from.then(" left join revision r on r.id = d.revision_id");
        if (!live) {
            from = from.then(" left join revision l on l.article_id = a.id and ").then(isLive("l"));
        }
        var listing = Listing.of(columns, from.then(question)).and(kind.is("d"));
        if (question != Sql.NOTHING) {
            listing.and(MATCHES);
        }
        return live ? searched(listing) : listing.and("d.newest");
    }

    /// The name under which the columns find the live revision.
    public String liveAlias() {
        return live ? "r" : "l";
    }

    /// How many seconds longer readers get what is live, as a further column: what comes after it
    /// begins when it ends.
    public String rest() {
        return live ? ", extract(epoch from r.live_until - now()) as rest" : ", null as rest";
    }

    /// The name of an article's [ArticleStatus].
    public Sql status() {
        return live
                ? Sql.of("'PUBLISHED'")
                : Sql.of(
                                "case when a.trashed_at is not null then 'TRASHED'"
                                        + " when l.id is not null then 'PUBLISHED' when ")
                        .then(ArticleStatus.planned(at))
                        .then(
                                " then 'SCHEDULED' when a.published_at is not null then 'WITHDRAWN'"
                                        + " else 'DRAFT' end");
    }

    /// The name and id of who saved the revision are joined for editors alone.
    private Sql fromLive() {
        var from = Sql.of(FROM_LIVE).then(isLive("r"));
        return seesDrafts ? from.then(SAVER) : from;
    }

    private Sql fromNewest() {
        return Sql.of(NEWEST)
                .then(" left join revision l on l.article_id = a.id and ")
                .then(isLive("l"))
                .then(SAVER);
    }

    /// That readers get the revision of this alias now, as far as its times decide.
    public static String liveNow(String alias) {
        return LIVE.formatted(alias, "now()");
    }

    /// Likewise at this moment, which the transaction's own `now()` is earlier than.
    public static String liveByTheClock(String alias) {
        return LIVE.formatted(alias, "clock_timestamp()");
    }

    /// That the viewpoint shows readers the revision of this alias, as far as its times decide.
    public Sql isLive(String alias) {
        var isLive =
                at == null ? Sql.of(liveNow(alias)) : Sql.of(LIVE.formatted(alias, "?"), at, at);
        return preview == null ? isLive : preview.shows(alias, isLive);
    }
}
