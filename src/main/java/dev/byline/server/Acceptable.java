package dev.byline.server;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.http.ProblemType.NOT_ACCEPTABLE;

import dev.byline.http.Accept;
import dev.byline.http.AcceptEncoding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Holds weights of 0 to what they mean (RFC 9110, 12.4.2): not that. Quarkus REST looks at the
/// names alone.
final class Acceptable {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var accept = Accept.of(request.getHeaderString(HttpHeaders.ACCEPT));
        if (!accept.isClear()) {
            throw INVALID_PARAMETER.because(
                    "A weight in Accept must be a number from 0 to 1, such as q=0.5.");
        }
        if (!accept.takesJson()) {
            throw NOT_ACCEPTABLE.because("This address answers in application/json.");
        }
        if (isReading(request) && codings(request).takesNothing()) {
            throw NOT_ACCEPTABLE.because(
                    "Accept-Encoding refuses plain bytes, and names neither gzip nor br.");
        }
    }

    /// Only what is read is ever coded.
    private static boolean isReading(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static AcceptEncoding codings(ContainerRequestContext request) {
        return AcceptEncoding.of(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }
}
