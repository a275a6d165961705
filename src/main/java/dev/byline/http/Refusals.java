package dev.byline.http;

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
}
