package dev.byline.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that can go wrong, by its stable code. The code is the constant's name in lower
/// case with hyphens; the page that explains it is served under `/problems/{code}`, which is
/// also the `type` of RFC 9457.
public enum ProblemType {
    MALFORMED_JSON(
            400,
            "The body is not valid JSON",
            "The body could not be read as JSON in UTF-8 (RFC 8259), or names a key twice in one object, or goes on behind its end."
                    + " The detail gives line and column."),
    MISSING_BODY(400, "The body is missing", "This request needs a JSON object as its body."),
    UNKNOWN_PROPERTY(
            400,
            "Unknown property",
            "The body has a property that the API does not know. Nothing is ignored in silence, so that a misspelt"
                    + " name is not a lost value. The detail names the nearest known one."),
    WRONG_TYPE(
            400,
            "Wrong type",
            "A value in the body is not of the documented type, for example a number where text belongs. Nothing is"
                    + " converted in silence."),
    INVALID_TEXT(
            400,
            "Text that is not Unicode",
            "A text holds half a surrogate pair, which no UTF-8 can carry."),
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The address has a query parameter that this operation does not take. The detail names the nearest"
                    + " known one."),
    INVALID_PARAMETER(
            400,
            "Invalid parameter",
            "A query parameter or a header has a value that it cannot have, or stands more than once. Limits are"
                    + " stated, never applied in silence."),
    UNKNOWN_SORT_KEY(
            400,
            "Unknown sort key",
            "The list cannot be sorted by this key. The detail names the nearest that there is, or all."),
    UNKNOWN_FIELD(
            400,
            "Unknown field",
            "`fields`, `include` or `filter` names something that there is not. The detail names the nearest known one."),
    INVALID_FILTER(
            400,
            "Invalid filter",
            "The text of `filter` cannot be understood, compares a field with what it cannot be compared with, or is"
                    + " longer, deeper or has more comparisons than the server takes. `errors` has the place in the"
                    + " text."),
    INVALID_CURSOR(
            400,
            "Invalid cursor",
            "The cursor was not made by this server, or was made for another sort order. Begin again without one."),
    INVALID_REQUEST(
            400,
            "Invalid request",
            "The request breaks HTTP itself (RFC 9112), so that two programs might read it differently: an address"
                    + " that is not in canonical form or holds what must be percent-encoded, no Host header or two,"
                    + " a folded header, a control character. The connection is closed."),
    UNAUTHENTICATED(
            401,
            "A token is needed",
            "Send `Authorization: Bearer byl_…` with a token of this installation."),
    INVALID_TOKEN(
            401,
            "The token is not valid",
            "The token is unknown, expired, revoked or misspelt, its account is suspended, or it is not for the address from which it came. A request without a token is answered as a reader's."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The account may not do this, or its token has too few scopes: `/docs/permissions`."),
    NOT_FOUND(
            404,
            "Not found",
            "There is nothing here, or nothing that this caller may know of: the two are answered alike."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The `Allow` header lists the methods of this address."),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            "The API answers in `application/json`, and with problems in `application/problem+json`; plain, or in `gzip`"
                    + " or `br`. What has the weight 0 in `Accept` or `Accept-Encoding` is refused."),
    REQUEST_TIMEOUT(
            408,
            "The request took too long",
            "The body did not arrive in time, and the connection was closed."),
    SLUG_TAKEN(
            409,
            "The slug is taken",
            "Another thing of the same kind has this slug. Choose another."),
    ID_TAKEN(
            409,
            "The id is taken",
            "A thing with this id exists already. Change it with PUT or PATCH."),
    NAME_TAKEN(409, "The name is taken", "Another account has this name. Choose another."),
    IN_USE(409, "Still in use", "Articles still refer to this. `articles` says how many."),
    LAST_ADMIN(
            409,
            "The last administrator",
            "Somebody must be able to make accounts and tokens: the last one who can stays."),
    NOT_REPLACED(
            409,
            "Nothing to undo",
            "No other author or tag replaces this one, or not since less than 30 days, or what replaces it was replaced itself:"
                    + " the detail says which."),
    TOO_MANY(
            409,
            "Too many at once",
            "The command would change more things than one may. The detail says how many that are."),
    NOT_IN_TRASH(
            409,
            "Not in the trash",
            "Only what is in the trash is removed for good: put it there first, by the same request without `purge`."),
    IN_TRASH(
            409,
            "It is in the trash",
            "Take it out first, with DELETE on its `trash` sub-resource, then repeat the request."),
    EDIT_CONFLICT(
            409,
            "Two edits change the same",
            "The edit cannot be merged with another: both changed the same place, and not to the same. `conflicts` has each"
                    + " place with what it said, what it says now and what the request says: decide, and repeat the request"
                    + " on the version that is there now. Nothing was changed."),
    TIMELINE_CONFLICT(
            409,
            "The timeline forbids it",
            "The request would change what readers were shown in the past."),
    NOT_LIVE(
            409,
            "Readers get nothing of it",
            "`base=live` starts from the revision that readers get, and there is none at this moment."),
    RELEASE_REFUSED(
            409,
            "Items of the release do not allow it",
            "A release goes out, or is taken back, as a whole or not at all. `errors` has each item that does not allow it,"
                    + " with the reason."),
    RELEASE_OUT(
            409,
            "The release is out",
            "What readers have got stays as it is until the release is taken back: DELETE its `publication`."),
    RELEASE_PLANNED(409, "The release is planned", "Unplan it first: DELETE its `publication`."),
    APPROVAL_REQUIRED(
            409,
            "An approval is needed",
            "This installation (`BYLINE_APPROVALS`) lets readers get a revision only once so many accounts have approved it"
                    + " with `PUT …/review`, none of which saved it or any before it that readers have not had, and while"
                    + " nobody asks for changes. Publishing is a request of its own then."),
    COMMENTS_CLOSED(409, "Comments are closed", "This article takes no more comments."),
    NOT_APPROVED(409, "The comment is not approved", "Only an approved comment can be replied to."),
    DELETED(
            409,
            "It is deleted",
            "What was deleted cannot be changed or brought back, by a retry with its `Idempotency-Key` neither."),
    PRECONDITION_FAILED(
            412,
            "It has changed since",
            "The thing is another version than `If-Match` names, or exists where `If-None-Match: *` says"
                    + " that it must not. `current` is the version now: read it again, and repeat the change on it. Of articles"
                    + " and pages `since` tells what became of them, and whether PATCH with `merge=true` would do."),
    TOO_LARGE(413, "Too large", "The body is larger than the server takes."),
    ADDRESS_TOO_LONG(
            414,
            "The address is too long",
            "Method, address and version together have 8,192 bytes at most. The connection is closed."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "A body is `application/json` in UTF-8; for PATCH also `application/merge-patch+json` (RFC 7396)."),
    INVALID(
            422,
            "The content breaks a rule",
            "The body is well formed, but breaks one or more rules. `errors` has each, with a JSON pointer (RFC 6901)"
                    + " to its place."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key was used for something else",
            "This `Idempotency-Key` came with another request before. Use a new key for a new request."),
    BATCH_FAILED(
            422,
            "An operation of the batch was refused",
            "Nothing of the batch was done. `failed` has the operation that was refused, with its problem. With `atomic=false`"
                    + " each operation is done by itself."),
    FAILED_DEPENDENCY(
            424,
            "It stands for what was not made",
            "The operation needs the id of what another of the batch was to make, and that was refused, or only tried."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is needed",
            "Send the `ETag` of the version that you read as `If-Match`, so that no edit overwrites another"
                    + " (RFC 6585). `If-Match: *` overwrites whatever is there. A PATCH may do without, but where it publishes what"
                    + " others left unfinished: `base=live` corrects what readers get, and leaves that where it is."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "Your address, token or account has had what it may have for now (RFC 6585). The detail and `RateLimit` name the"
                    + " limit, `Retry-After` tells when to come back. Reads that the cache answers do not count, and what the database"
                    + " has more to do for (searches, facets, counts, filters over relations) counts for more."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "The headers of a request together have 20,480 bytes at most (RFC 6585). The connection is closed."),
    INTERNAL_ERROR(
            500,
            "Something went wrong in the server",
            "The fault is the server's. `instance` is also in its log: tell the administrator."),
    UNAVAILABLE(
            503,
            "Not available right now",
            "The server is starting, stopping, overloaded, or cannot reach its database. Try again after the time"
                    + " in `Retry-After`."),
    VERSION_NOT_SUPPORTED(
            505,
            "This version of HTTP is not spoken",
            "The server speaks HTTP/1.1, HTTP/1.0, and with TLS HTTP/2. The connection is closed.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The address of the page that explains it, relative to the server.
    public String page() {
        return "/problems/" + code();
    }

    public ProblemException because(String detail) {
        return new ProblemException(Problem.of(this, detail));
    }

    public String explanation() {
        return explanation;
    }

    public static Optional<ProblemType> byCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
