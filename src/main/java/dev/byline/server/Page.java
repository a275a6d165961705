package dev.byline.server;

import dev.byline.http.Accept;
import dev.byline.http.MediaTypes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

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

    private static final String HTML_TYPE = "text/html";
    private static final String TYPE = HTML_TYPE + "; charset=utf-8";

    /// In this order where a client takes both alike, as curl does.
    private static final List<String> OFFERED = List.of(MediaTypes.JSON, HTML_TYPE);

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

    /// The page for browsers, JSON for everybody else: also for who takes neither, since it may be
    /// what tells them where to go on.
    static void send(RoutingContext context, String html, String json) {
        var accept = Accept.of(Accept.joined(context.request().headers(), HttpHeaders.ACCEPT));
        var isPage = HTML_TYPE.equals(accept.choose(OFFERED));
        context.response().putHeader(HttpHeaders.VARY, "Accept");
        end(context, isPage ? TYPE : MediaTypes.JSON, isPage ? html : json);
    }

    private static void end(RoutingContext context, String type, String content) {
        context.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(content);
    }
}
