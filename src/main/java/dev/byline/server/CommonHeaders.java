package dev.byline.server;

import dev.byline.http.HeaderFields;
import dev.byline.http.HttpDate;
import dev.byline.identity.OidcSettings;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.ConfigProvider;

/// What every response carries that is not from the cache.
final class CommonHeaders {
    /// The Swagger UI starts itself with a script in its page, styles its elements one by one and
    /// draws icons from `data:`; it speaks to this server, and to where people sign in.
    private static final String DOCS =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'%s;"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String DOCS_POLICY =
            DOCS.formatted(
                    OidcSettings.of(ConfigProvider.getConfig())
                            .origin()
                            .map(" "::concat)
                            .orElse(""));

    private CommonHeaders() {}

    /// @param body of the request: where it is not read when it is answered, the connection ends
    static void add(RoutingContext context, IncomingBody body) {
        var headers = context.response().headers();
        HeaderFields.secure(context.response());
        if (isDocs(context.request().path())) {
            headers.set("Content-Security-Policy", DOCS_POLICY);
        }
        context.addHeadersEndHandler(_ -> complete(context, body));
        context.addEndHandler(_ -> body.hangUp());
    }

    private static void complete(RoutingContext context, IncomingBody body) {
        var headers = context.response().headers();
        if (context.response().getStatusCode() == 304) {
            HeaderFields.unsecure(context.response());
            HeaderFields.unexpose(context.request());
        }
        headers.set(HttpDate.NAME, HttpDate.now());
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-cache");
        }
        if (body.isToBeLeft()) {
            headers.set("Connection", "close");
        }
    }

    private static boolean isDocs(String path) {
        return path != null && (path.equals("/docs") || path.startsWith("/docs/"));
    }
}
