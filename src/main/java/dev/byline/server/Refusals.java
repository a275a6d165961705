package dev.byline.server;

import dev.byline.connection.LingeringClose;
import dev.byline.connection.MalformedRequest;
import dev.byline.http.ProblemType;
import dev.byline.limit.Balance;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// The problem document of what no resource gets to see.
public final class Refusals {
    private Refusals() {}

    public static void answer(RoutingContext context, ProblemType type, String detail) {
        context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(
                        new JsonObject()
                                .put("type", type.page())
                                .put("title", type.title())
                                .put("status", type.status())
                                .put("detail", detail)
                                .put("code", type.code())
                                .encode());
    }

    /// 503, for a moment.
    static void turnAway(RoutingContext context, String detail) {
        context.response().putHeader("Retry-After", "2");
        answer(context, ProblemType.UNAVAILABLE, detail);
    }

    /// 429.
    static void answer(RoutingContext context, Balance balance) {
        balance.headers().forEach(context.response()::putHeader);
        answer(context, ProblemType.RATE_LIMITED, balance.sentence());
    }

    /// What else comes on this connection is not believed. HTTP/2 has no such header (RFC 9113,
    /// section 8.2.2): a client takes no answer that bears it.
    static void close(RoutingContext context, ProblemType type, String detail) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            var connection = context.request().connection();
            LingeringClose.prepare(connection);
            context.response().putHeader("Connection", "close");
            context.addEndHandler(_ -> connection.close());
        }
        answer(context, type, detail);
    }

    static void answer(RoutingContext context, MalformedRequest malformed) {
        close(context, type(malformed), malformed.detail());
    }

    private static ProblemType type(MalformedRequest malformed) {
        return switch (malformed.kind()) {
            case SYNTAX -> ProblemType.INVALID_REQUEST;
            case ADDRESS_TOO_LONG -> ProblemType.ADDRESS_TOO_LONG;
            case HEADERS_TOO_LARGE -> ProblemType.HEADERS_TOO_LARGE;
            case VERSION -> ProblemType.VERSION_NOT_SUPPORTED;
        };
    }
}
