package dev.byline.server;

import io.vertx.ext.web.RoutingContext;

/// A page for people, beside the API.
public final class Page {
    private static final String HTML =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <h1>%1$s</h1>
            """;

    private static final String TYPE = "text/html; charset=utf-8";

    private Page() {}

    /// @param title of a document whose rest is the body
    public static String of(String title, String body) {
        return HTML.formatted(title) + body;
    }

    /// `text` with what stands between backticks as code.
    public static String code(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    public static void send(RoutingContext context, String html) {
        end(context, TYPE, html);
    }

    /// The page for browsers, JSON for everybody else.
    static void send(RoutingContext context, String html, String json) {
        var accept = context.request().getHeader("Accept");
        var isPage = accept != null && accept.contains("text/html");
        context.response().putHeader("Vary", "Accept");
        end(context, isPage ? TYPE : "application/json", isPage ? html : json);
    }

    private static void end(RoutingContext context, String type, String content) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(content);
    }
}
