package dev.byline.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `/docs` leads to the Swagger UI of this version, whose files may be kept for a day: another
/// version has them at another address. So it is with the script that folds its operations.
@Singleton
class DocsRoute {
    private static final String SCRIPT = "/operations.js";

    private final String docs;
    private Buffer script;

    DocsRoute(@ConfigProperty(name = "quarkus.swagger-ui.path") String docs) {
        this.docs = docs;
    }

    void routes(@Observes Router router) {
        for (var address : new String[] {"/docs", "/docs/"}) {
            router.get(address).order(0).handler(this::lead);
            router.head(address).order(0).handler(this::lead);
        }
        router.get(docs + SCRIPT).order(0).handler(this::script);
        router.head(docs + SCRIPT).order(0).handler(this::script);
    }

    private void lead(RoutingContext context) {
        context.response().setStatusCode(302).putHeader("Location", docs + "/index.html").end();
    }

    private void script(RoutingContext context) {
        if (script == null) {
            script = read();
        }
        context.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=86400")
                .end(script);
    }

    private static Buffer read() {
        try (var file = DocsRoute.class.getResourceAsStream("/docs" + SCRIPT)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
