package dev.byline.server;

import static dev.byline.http.ProblemType.*;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.byline.http.Addresses;
import dev.byline.http.MovedException;
import dev.byline.http.Problem;
import dev.byline.http.ProblemException;
import dev.byline.identity.Caller;
import dev.byline.identity.RefusalLog;
import dev.byline.input.JsonFaults;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.nio.channels.ClosedChannelException;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The list of everything that can go wrong, top to bottom, and what the caller is told of it.
/// No class name, no SQL and no stack trace leaves the server: what is not in the list is a 500
/// whose number is in the log.
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final String MEDIA_TYPE = "application/problem+json";

    private final DatabaseFaults databaseFaults;
    private final RefusalLog refusals;
    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    Problems(
            DatabaseFaults databaseFaults,
            RefusalLog refusals,
            SecurityIdentity identity,
            HttpServerRequest request) {
        this.databaseFaults = databaseFaults;
        this.refusals = refusals;
        this.identity = identity;
        this.request = request;
    }

    /// The types that Quarkus maps by itself are named one by one: the more specific mapper
    /// would win.
    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        ForbiddenException.class,
        JacksonException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        WebApplicationException.class,
        Exception.class,
        Throwable.class
    })
    RestResponse<Object> map(Throwable exception, UriInfo address) {
        var response = respond(exception, address);
        if (response.getStatus() == FORBIDDEN.status()) {
            log((Problem) response.getEntity());
        }
        return response;
    }

    /// What a request is told that throws this, and that has not moved.
    public Problem problem(Throwable thrown) {
        var problem = (Problem) respond(thrown, null).getEntity();
        if (problem.status() == FORBIDDEN.status()) {
            log(problem);
        }
        return problem;
    }

    private void log(Problem forbidden) {
        refusals.use(
                Caller.of(identity), request.method() + " " + request.path(), forbidden.detail());
    }

    private RestResponse<Object> respond(Throwable thrown, UriInfo address) {
        return switch (thrown) {
            case MovedException moved -> moved(moved, address);
            case ProblemException known -> response(known.problem());
            case JacksonException unreadable -> response(JsonFaults.problem(unreadable));
            case CharConversionException _ ->
                    response(Problem.of(MALFORMED_JSON, "The body is not UTF-8."));
            case HttpClosedException _, ClosedChannelException _ -> gone();
            case UnauthorizedException _ ->
                    response(Problem.of(UNAUTHENTICATED, "This needs a token."));
            case AuthenticationFailedException _ ->
                    response(Problem.of(INVALID_TOKEN, INVALID_TOKEN.title() + "."));
            case ForbiddenException _ ->
                    response(
                            Problem.of(
                                    FORBIDDEN,
                                    "The role of this token's account may not do this."));
            case NotAllowedException wrong ->
                    builder(
                                    Problem.of(
                                            METHOD_NOT_ALLOWED,
                                            "This address does not take this method."))
                            .header(HttpHeaders.ALLOW, wrong.getResponse().getHeaderString("Allow"))
                            .build();
            case NotFoundException _ ->
                    response(Problem.of(NOT_FOUND, "There is nothing at this address."));
            case NotAcceptableException _ ->
                    response(
                            Problem.of(
                                    NOT_ACCEPTABLE,
                                    "This address answers in application/json, or in what else the document names."));
            case NotSupportedException _ ->
                    response(
                            Problem.of(
                                    UNSUPPORTED_MEDIA_TYPE,
                                    "The body must be application/json in UTF-8."));
            case WebApplicationException other -> other(other, address);
            case RejectedExecutionException _ ->
                    unavailable("The server has more to do than it can. Try again.");
            default ->
                    databaseFaults
                            .problem(thrown)
                            .map(Problems::response)
                            .orElseGet(() -> cause(thrown, address));
        };
    }

    private RestResponse<Object> other(WebApplicationException exception, UriInfo address) {
        var status = exception.getResponse().getStatus();
        if (exception.getCause() != null) {
            return respond(exception.getCause(), address);
        }
        return switch (status) {
            case 413 ->
                    response(Problem.of(TOO_LARGE, "The body is larger than the server takes."));
            case 503 -> unavailable("Try again.");
            default ->
                    exception instanceof BadRequestException || status == 400
                            ? response(
                                    Problem.of(
                                            INVALID_REQUEST, "The request cannot be understood."))
                            : internal(exception);
        };
    }

    private RestResponse<Object> cause(Throwable thrown, UriInfo address) {
        return thrown.getCause() == null || thrown.getCause() == thrown
                ? unknown(thrown)
                : respondToCause(thrown, address);
    }

    /// A wrapper is judged by what it wraps; only where that is unknown as well is it the
    /// wrapper that gets logged.
    private RestResponse<Object> respondToCause(Throwable thrown, UriInfo address) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException
                    || cause instanceof MovedException
                    || cause instanceof JacksonException
                    || cause instanceof CharConversionException
                    || cause instanceof HttpClosedException
                    || cause instanceof ClosedChannelException
                    || cause instanceof RejectedExecutionException
                    || databaseFaults.problem(cause).isPresent()) {
                return respond(cause, address);
            }
        }
        return unknown(thrown);
    }

    /// The client hung up in the middle of its body: nobody reads this, and it is no fault of the
    /// server's that would have to be logged.
    private static RestResponse<Object> gone() {
        return response(Problem.of(REQUEST_TIMEOUT, "The body did not arrive."));
    }

    private RestResponse<Object> unknown(Throwable thrown) {
        return DatabaseFaults.commit(thrown)
                .map(Problems::response)
                .orElseGet(() -> internal(thrown));
    }

    private static RestResponse<Object> internal(Throwable thrown) {
        var instance = "urn:uuid:" + UUID.randomUUID();
        LOG.error(instance, thrown);
        return response(
                Problem.of(INTERNAL_ERROR, "The fault is logged as " + instance + ".")
                        .withInstance(instance));
    }

    private static RestResponse<Object> moved(MovedException moved, UriInfo address) {
        var location = Addresses.withName(address, moved.from(), moved.to());
        return ResponseBuilder.create(308)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static RestResponse<Object> unavailable(String detail) {
        return response(Problem.of(UNAVAILABLE, detail));
    }

    static RestResponse<Object> response(Problem problem) {
        return builder(problem).build();
    }

    private static ResponseBuilder<Object> builder(Problem problem) {
        var builder =
                ResponseBuilder.create(problem.status())
                        .entity((Object) problem)
                        .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (problem.status()) {
            case 401 -> builder.header(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
            case 503 -> builder.header(HttpHeaders.RETRY_AFTER, "2");
            default -> {}
        }
        return builder;
    }

    private static String challenge(Problem problem) {
        return problem.code().equals(INVALID_TOKEN.code())
                ? "Bearer realm=\"byline\", error=\"invalid_token\""
                : "Bearer realm=\"byline\"";
    }
}
