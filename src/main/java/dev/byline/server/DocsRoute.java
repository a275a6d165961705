package dev.byline.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `/docs` leads to the Swagger UI of this version, whose files may be kept for a day: another
/// version has them at another address.
@Singleton
class DocsRoute {
    private final String docs;

    DocsRoute(@ConfigProperty(name = "quarkus.swagger-ui.path") String docs) {
        this.docs = docs + "/index.html";
    }

    void routes(@Observes Router router) {
        for (var address : new String[] {"/docs", "/docs/"}) {
            router.get(address).order(0).handler(this::lead);
            router.head(address).order(0).handler(this::lead);
        }
    }

    private void lead(RoutingContext context) {
        context.response().setStatusCode(302).putHeader("Location", docs).end();
    }
}
