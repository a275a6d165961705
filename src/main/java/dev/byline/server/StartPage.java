package dev.byline.server;

import dev.byline.http.Addresses;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// `/`: what this is, and where to go on. A page for browsers, JSON for everybody else.
final class StartPage {
    private static final String PAGE =
            Page.of(
                    "Byline",
                    """
            <p>A headless CMS for publications. This server answers with JSON.</p>
            <ul>
            <li><a href="/docs/">/docs</a>: every operation, to be tried out
            <li><a href="/openapi">/openapi</a>: the OpenAPI document, in YAML or <a href="/openapi?format=json">JSON</a>
            <li><a href="/api/v1">/api/v1</a>: the collections
            <li><a href="/problems">/problems</a>: what errors mean
            </ul>
            """);

    private static final String JSON =
            new JsonObject()
                    .put("name", "Byline")
                    .put("api", Addresses.BASE)
                    .put("docs", "/docs/")
                    .put("openapi", "/openapi")
                    .put("problems", "/problems")
                    .encode();

    private StartPage() {}

    static void serve(RoutingContext context) {
        Page.send(context, PAGE, JSON);
    }
}
