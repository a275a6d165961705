package dev.byline.server;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.NOT_ACCEPTABLE;

import dev.byline.http.Accept;
import dev.byline.http.AcceptEncoding;
import dev.byline.http.MediaTypes;
import dev.byline.http.Methods;
import dev.byline.http.Negotiated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Finds the media type in which a client gets its answer, of those in which the operation
/// answers. Quarkus REST looks at the names alone, and weights of 0 mean (RFC 9110, 12.4.2): not
/// that.
final class Acceptable {
    private final Map<Method, List<String>> offers = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation, RoutingContext exchange) {
        var accept = Accept.of(request.getHeaderString(HttpHeaders.ACCEPT));
        if (!accept.isClear()) {
            throw INVALID_PARAMETER.because(
                    "A weight in Accept must be a number from 0 to 1, such as q=0.5.");
        }
        var offered = offers.computeIfAbsent(operation.getResourceMethod(), Acceptable::offered);
        var type = accept.choose(offered);
        if (type == null) {
            throw NOT_ACCEPTABLE.because(
                    "This address answers in %s.".formatted(String.join(" and ", offered)));
        }
        new Negotiated(type, offered).putInto(exchange);
        if (isReading(request) && codings(request).takesNothing()) {
            throw NOT_ACCEPTABLE.because(
                    "Accept-Encoding refuses plain bytes, and names neither gzip nor br.");
        }
    }

    private static List<String> offered(Method operation) {
        var own = operation.getAnnotation(Produces.class);
        var all = operation.getDeclaringClass().getAnnotation(Produces.class);
        return own == null && all == null
                ? List.of(MediaTypes.JSON)
                : List.of((own == null ? all : own).value());
    }

    /// Only what is read is ever coded.
    private static boolean isReading(ContainerRequestContext request) {
        return Methods.isReading(request.getMethod());
    }

    private static AcceptEncoding codings(ContainerRequestContext request) {
        return AcceptEncoding.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }
}
