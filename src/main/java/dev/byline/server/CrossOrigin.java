package dev.byline.server;

import dev.byline.http.HeaderFields;
import dev.byline.http.HttpDate;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets pages of other origins use the API (the CORS protocol of the Fetch standard). There are no
/// cookies, so that a page gets nothing that its reader could not fetch anyway: every origin may,
/// unless the setting names those that may. Quarkus has a filter for this, but not before the
/// cache and not on refusals.
@Singleton
class CrossOrigin {
    static final String EVERY = "*";

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9._~-]+|\\[[\\da-f:]+])(:\\d{1,5})?");
    private static final String USUAL_PORT = "(http://.*:80|https://.*:443)";

    private static final CharSequence ALLOW_ORIGIN = text("access-control-allow-origin");
    private static final CharSequence ALLOW_METHODS = text("access-control-allow-methods");
    private static final CharSequence ALLOW_HEADERS = text("access-control-allow-headers");
    private static final CharSequence MAX_AGE = text("access-control-max-age");
    private static final CharSequence REQUEST_METHOD = text("access-control-request-method");

    private static final CharSequence ANY = text(EVERY);
    private static final CharSequence VARY_VALUE = text("Origin");
    private static final CharSequence METHODS =
            text("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");

    /// `*` covers what monitoring adds to requests, such as `traceparent`; it does not cover
    /// `Authorization`, and older browsers do not know it.
    private static final CharSequence REQUEST_HEADERS =
            text(
                    "Authorization, Accept, Accept-Language, Content-Type, Idempotency-Key, If-Match,"
                            + " If-None-Match, Last-Event-ID, *");

    private static final CharSequence RESPONSE_HEADERS =
            text(
                    "ETag, Link, Location, Retry-After, Age, Date, Allow, Accept-Patch, WWW-Authenticate,"
                            + " Server-Timing, RateLimit, RateLimit-Policy");

    private static final CharSequence TWO_HOURS = text("7200");

    private final Set<String> origins;
    private final boolean isOpen;

    /// @param origins `*`, or the origins that are let in; where there are none, nobody is
    CrossOrigin(@ConfigProperty(name = "byline.origins") Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
        this.isOpen = this.origins.equals(Set.of(EVERY));
        if (!isOpen) {
            this.origins.forEach(CrossOrigin::check);
        }
    }

    private static void check(String origin) {
        if (!ORIGIN.matcher(origin).matches() || origin.matches(USUAL_PORT)) {
            throw new ConfigurationException(
                    ("BYLINE_ORIGINS must be * or a list of origins as browsers send them, such as"
                                    + " https://www.example.org,http://localhost:3000: not %s")
                            .formatted(origin));
        }
    }

    /// Whether answers are the same whatever `Origin` says.
    boolean isOpen() {
        return isOpen;
    }

    /// What a page may read of the answer. To be called before anything is answered.
    void allow(HttpServerRequest request) {
        var headers = request.response().headers();
        if (isOpen) {
            headers.set(ALLOW_ORIGIN, ANY).set(HeaderFields.EXPOSE_HEADERS, RESPONSE_HEADERS);
            return;
        }
        var origin = request.headers().get(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            headers.set(ALLOW_ORIGIN, origin).set(HeaderFields.EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
    }

    /// Where the origin counts, caches must know. To be called last: others set `Vary` too.
    void vary(HttpServerResponse response) {
        var others = response.headers().get(HttpHeaders.VARY);
        if (others == null) {
            response.headers().set(HttpHeaders.VARY, VARY_VALUE);
        } else if (!others.endsWith(VARY_VALUE.toString())) {
            response.headers().set(HttpHeaders.VARY, others + ", " + VARY_VALUE);
        }
    }

    /// Whether a browser asks if a page may send what it is about to send.
    static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(REQUEST_METHOD)
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /// Answers it for every address alike: whether the address takes that method, the request
    /// itself is told.
    static void preflight(HttpServerResponse response) {
        if (response.headers().contains(ALLOW_ORIGIN)) {
            response.headers()
                    .set(ALLOW_METHODS, METHODS)
                    .set(ALLOW_HEADERS, REQUEST_HEADERS)
                    .set(MAX_AGE, TWO_HOURS);
        }
        HeaderFields.secure(response);
        response.headers()
                .set(HttpDate.NAME, HttpDate.now())
                .set(HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized("no-cache"));
        response.setStatusCode(204).end();
    }

    private static CharSequence text(String text) {
        return HttpHeaders.createOptimized(text);
    }
}
