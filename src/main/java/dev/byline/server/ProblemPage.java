package dev.byline.server;

import dev.byline.http.ProblemType;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The page that the `type` of a problem leads to.
final class ProblemPage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <h1>%1$s</h1>
            <p>Status %2$d, code <code>%3$s</code></p>
            <p>%4$s</p>
            """;

    private static final String LIST =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Problems</title>
            <h1>Problems</h1>
            <p>Every error is a problem document (RFC 9457), and its <code>type</code> is one of these pages.</p>
            <ul>
            %s
            </ul>
            """
                    .formatted(
                            Arrays.stream(ProblemType.values())
                                    .map(ProblemPage::entry)
                                    .collect(Collectors.joining("\n")));

    private ProblemPage() {}

    static void list(RoutingContext context) {
        send(context, LIST);
    }

    private static String entry(ProblemType type) {
        return "<li>%d <a href=\"%s\">%s</a>: %s"
                .formatted(type.status(), type.page(), type.code(), type.title());
    }

    private static void send(RoutingContext context, String page) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=86400")
                .end(page);
    }

    static void serve(RoutingContext context) {
        ProblemType.byCode(context.pathParam("code"))
                .ifPresentOrElse(
                        type -> send(context, page(type)),
                        () ->
                                Refusals.answer(
                                        context,
                                        ProblemType.NOT_FOUND,
                                        "There is no problem of this name."));
    }

    private static String page(ProblemType type) {
        return PAGE.formatted(
                type.title(), type.status(), type.code(), codeTags(type.explanation()));
    }

    private static String codeTags(String text) {
        return text.replaceAll("`([^`]*)`", "<code>$1</code>");
    }
}
