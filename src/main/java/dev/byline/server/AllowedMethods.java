package dev.byline.server;

import dev.byline.http.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which methods each address takes, as the annotations of the resources say: for 405 and its
/// `Allow` (RFC 9110, 15.5.6), and for OPTIONS. Quarkus REST answers the one without the header,
/// and the other with the methods of neighbouring addresses.
@Singleton
class AllowedMethods {
    private static final int AFTER_AUTHENTICATION = 50;
    private static final Set<String> READ = Templates.withImplied(HttpMethod.GET);

    private final Templates templates;

    AllowedMethods(Templates templates) {
        this.templates = templates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        var method = context.request().method().name();
        var asked = context.request().path().split("/");
        var template = templates.of(asked);
        template.map(Templates.Template::patches)
                .filter(patches -> !patches.isEmpty())
                .ifPresent(patches -> tell(patches, context));
        (isBeside(asked) ? Optional.of(READ) : template.map(Templates.Template::methods))
                .filter(allowed -> !allowed.contains(method) || method.equals(HttpMethod.OPTIONS))
                .ifPresentOrElse(allowed -> answer(context, method, allowed), context::next);
    }

    private static boolean isBeside(String[] asked) {
        return asked.length == 0 || asked.length > 1 && Templates.BESIDE.contains(asked[1]);
    }

    /// RFC 5789, 3.1 and 2.2.
    private static void tell(List<String> patches, RoutingContext context) {
        var response = context.response();
        context.addHeadersEndHandler(
                _ -> {
                    if (response.getStatusCode() == 415
                            || context.request().method().name().equals(HttpMethod.OPTIONS)) {
                        response.putHeader("Accept-Patch", String.join(", ", patches));
                    }
                });
    }

    private static void answer(RoutingContext context, String method, Set<String> allowed) {
        context.response().putHeader("Allow", String.join(", ", allowed));
        if (method.equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).end();
        } else {
            Refusals.answer(
                    context,
                    ProblemType.METHOD_NOT_ALLOWED,
                    "This address takes %s.".formatted(String.join(", ", allowed)));
        }
    }
}
