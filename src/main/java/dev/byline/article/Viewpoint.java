package dev.byline.article;

import static dev.byline.http.ProblemType.FORBIDDEN;
import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.UNAUTHENTICATED;

import dev.byline.http.Instants;
import dev.byline.query.Listing;
import dev.byline.security.Caller;
import java.time.Instant;

/// Which revision of each article a caller gets, as the HQL that picks it: `a` is the article,
/// `r` the revision shown, `l` the one that is live. Every query about articles begins here, so
/// that none can forget who asks.
///
/// @param mayEdit whether what is not published may be seen
/// @param live whether the live revision is asked for instead of the newest
/// @param at the instant at which it is live, or null for now
record Viewpoint(boolean mayEdit, boolean live, Instant at) {
    private static final String LIVE_AT =
            "%1$s.liveFrom <= %2$s and (%1$s.liveUntil is null or %1$s.liveUntil > %2$s)";

    static final Viewpoint READER = new Viewpoint(false, true, null);
    static final Viewpoint EDITOR = new Viewpoint(true, false, null);

    /// @param view `live` or `newest`, or null: readers get what is live, editors the newest
    /// revision
    /// @param asOf an instant of RFC 3339, or null
    static Viewpoint of(Caller caller, String view, String asOf) {
        if (view != null && !view.equals("live") && !view.equals("newest")) {
            throw INVALID_PARAMETER.because("view must be live or newest.");
        }
        if (asOf != null || "newest".equals(view)) {
            demandEditor(caller, asOf != null ? "asOf" : "view=newest");
        }
        if (asOf != null && "newest".equals(view)) {
            throw INVALID_PARAMETER.because(
                    "asOf shows what is live at an instant: it excludes view=newest.");
        }
        var at = asOf == null ? null : parse(asOf);
        return new Viewpoint(
                caller.mayEdit(), !caller.mayEdit() || at != null || "live".equals(view), at);
    }

    static void demandEditor(Caller caller, String what) {
        if (caller.isAnonymous()) {
            throw UNAUTHENTICATED.because(what + " is for editors: send a token.");
        }
        if (!caller.mayEdit()) {
            throw FORBIDDEN.because(what + " is for editors.");
        }
    }

    private static Instant parse(String asOf) {
        return Instants.parse(asOf)
                .orElseThrow(
                        () ->
                                INVALID_PARAMETER.because(
                                        "asOf must be an instant of RFC 3339, such as 2026-11-24T08:00:00Z."));
    }

    Listing select(String columns) {
        var listing = Listing.of(columns, live ? fromLive() : fromNewest());
        if (live) {
            listing.and("a.trashedAt is null");
        }
        return at == null ? listing : listing.with("at", at);
    }

    /// The name under which the columns find the live revision.
    String liveAlias() {
        return live ? "r" : "l";
    }

    String now() {
        return at == null ? "instant" : ":at";
    }

    private String fromLive() {
        return "Article a join Revision r on r.article = a and "
                + LIVE_AT.formatted("r", now())
                + " left join Account s on s.id = r.savedBy";
    }

    private String fromNewest() {
        return "Article a join Revision r on r.article = a and r.number = a.newestRevision"
                + " left join Revision l on l.article = a and "
                + LIVE_AT.formatted("l", now())
                + " left join Account s on s.id = r.savedBy";
    }
}
