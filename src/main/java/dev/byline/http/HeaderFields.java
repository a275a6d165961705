package dev.byline.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// Names and constant values of header fields, in the form that goes out without being encoded
/// anew each time.
public final class HeaderFields {
    public static final CharSequence AGE = text("age");
    public static final CharSequence ETAG = text("etag");
    public static final CharSequence VARY = text("vary");
    public static final CharSequence CACHE_CONTROL = text("cache-control");
    public static final CharSequence CONTENT_TYPE = text("content-type");
    public static final CharSequence CONTENT_LENGTH = text("content-length");
    public static final CharSequence CONTENT_ENCODING = text("content-encoding");
    public static final CharSequence LINK = text("link");
    public static final CharSequence SERVER_TIMING = text("server-timing");
    public static final CharSequence SURROGATE_KEY = text("surrogate-key");
    public static final CharSequence SURROGATE_CONTROL = text("surrogate-control");

    public static final CharSequence HIT = text("cache;desc=hit");

    public static final CharSequence EXPOSE_HEADERS = text("access-control-expose-headers");

    private static final CharSequence CONTENT_TYPE_OPTIONS = text("x-content-type-options");
    private static final CharSequence REFERRER_POLICY = text("referrer-policy");
    private static final CharSequence CONTENT_SECURITY_POLICY = text("content-security-policy");
    private static final CharSequence NOSNIFF = text("nosniff");
    private static final CharSequence NO_REFERRER = text("no-referrer");
    private static final CharSequence POLICY =
            text("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");

    private HeaderFields() {}

    /// What every answer carries that is no page for people.
    public static void secure(HttpServerResponse response) {
        response.headers()
                .set(CONTENT_TYPE_OPTIONS, NOSNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(CONTENT_SECURITY_POLICY, POLICY);
    }

    /// A 304 need not repeat what its reader keeps with the bytes (RFC 9110, 15.4.5).
    public static void unsecure(HttpServerResponse response) {
        response.headers()
                .remove(CONTENT_TYPE_OPTIONS)
                .remove(REFERRER_POLICY)
                .remove(CONTENT_SECURITY_POLICY);
    }

    /// Likewise with what a page may read of it; but a page that asks by itself has no such bytes.
    public static void unexpose(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.ORIGIN)) {
            request.response().headers().remove(EXPOSE_HEADERS);
        }
    }

    public static CharSequence text(String text) {
        return HttpHeaders.createOptimized(text);
    }
}
