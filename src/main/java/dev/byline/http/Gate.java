package dev.byline.http;

import static dev.byline.http.ProblemType.*;

import dev.byline.database.DatabaseProbe;
import dev.byline.http.cache.Fields;
import dev.byline.http.cache.Flights;
import dev.byline.http.cache.Hits;
import dev.byline.http.cache.HttpDate;
import dev.byline.http.cache.Question;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// What every request passes before anything of it is believed: one Host, an address in its one
/// canonical form, a deadline; and what every response carries.
@Singleton
class Gate {
    /// A request, body and answer together, is over after this time or the connection is
    /// closed. It is longer than any statement of the database may take.
    private static final long DEADLINE_MILLIS = 60_000;

    /// A body that has not come in after this time is not waited for.
    private static final long BODY_MILLIS = 15_000;

    /// A reader's comment at its longest, in JSON's longest spelling of it. Only who sends a
    /// token may send more, and that is looked at before the body is.
    private static final long READERS_BODY = 128 * 1024;

    private static final Admission ADMISSION = new Admission();

    /// Empty segments, `.` and `..`, parameters of segments, encoded slashes, letters and digits:
    /// addresses that some other program on the way may take for another one.
    private static final Pattern UNCANONICAL =
            Pattern.compile(
                    "//|/\\.{1,2}(/|$)|;|\\\\|^/api/.*/$|%(00|25|2[d-fD-F]|3[\\dbB]|4[1-9a-fA-F]"
                            + "|5[\\daAcCfF]|6[1-9a-fA-F]|7[\\daAeE])");

    /// The Swagger UI starts itself with a script in its page, styles its elements one by one and
    /// draws icons from `data:`; it speaks to this server alone.
    private static final String DOCS_POLICY =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Hits hits;
    private final DatabaseProbe database;
    private final Flights flights;

    private final CrossOrigin crossOrigin;

    Gate(Hits hits, Flights flights, CrossOrigin crossOrigin, DatabaseProbe database) {
        this.hits = hits;
        this.flights = flights;
        this.crossOrigin = crossOrigin;
        this.database = database;
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, 1000);
    }

    /// What is in the cache comes first; what no resource answers is a problem document too.
    void routes(@Observes Router router) {
        // before the access log, which hits would cost more than they do
        router.route().order(Integer.MIN_VALUE).handler(this::first).failureHandler(this::fail);
        router.get("/").order(0).handler(StartPage::serve);
        router.head("/").order(0).handler(StartPage::serve);
        router.get("/problems").order(0).handler(ProblemPage::list);
        router.head("/problems").order(0).handler(ProblemPage::list);
        router.route("/problems/:code").order(0).handler(ProblemPage::serve);
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(
                        context ->
                                Refusals.answer(
                                        context, NOT_FOUND, "There is nothing at this address."));
    }

    private void first(RoutingContext context) {
        var request = context.request();
        Pipelining.bound(request);
        allow(context);
        if (CrossOrigin.isPreflight(request) && Question.isHostClear(request)) {
            CrossOrigin.preflight(request.response());
        } else {
            hits.handle(context);
        }
    }

    private void allow(RoutingContext context) {
        crossOrigin.allow(context.request());
        if (!crossOrigin.isOpen()) {
            context.addHeadersEndHandler(_ -> crossOrigin.vary(context.response()));
        }
    }

    private void pass(RoutingContext context) {
        var request = context.request();
        var body = new IncomingBody(request);
        secure(context, body);
        if (!Question.isHostClear(request)) {
            refuse(context, "There must be one Host header, with a name and perhaps a port.");
        } else if (request.path() == null || UNCANONICAL.matcher(request.path()).find()) {
            refuse(
                    context,
                    "The address is not in canonical form: no empty or dot segments, no parameters in them.");
        } else if (body.isChunked() && !hasToken(request)) {
            // It could have no end
            Refusals.answer(context, LENGTH_REQUIRED, "Say how long the body is.");
        } else if (body.length() > StrictBody.MAX_BYTES) {
            Refusals.answer(context, TOO_LARGE, "The body is larger than 7 MiB.");
        } else if (!hasToken(request) && body.length() > READERS_BODY) {
            Refusals.answer(context, TOO_LARGE, "Without a token a body has 128 KiB at most.");
        } else if (database.isAway() && request.path().startsWith("/api/")) {
            if (!hits.serveStale(context)) {
                turnAway(context, "The database cannot answer right now. Try again.");
            }
        } else if (ADMISSION.isFull()) {
            turnAway(context, "The server has more to do than it can.");
        } else {
            limit(context, body);
            body.before(context, () -> flights.board(context));
        }
    }

    private static void turnAway(RoutingContext context, String detail) {
        context.response().putHeader("Retry-After", "2");
        Refusals.answer(context, UNAVAILABLE, detail);
    }

    private static boolean hasToken(HttpServerRequest request) {
        return request.headers().contains("Authorization");
    }

    private static void secure(RoutingContext context, IncomingBody body) {
        var path = context.request().path();
        var headers = context.response().headers();
        Fields.secure(context.response());
        if (isDocs(path)) {
            headers.set("Content-Security-Policy", DOCS_POLICY);
        }
        context.addHeadersEndHandler(
                _ -> {
                    if (context.response().getStatusCode() == 304) {
                        Fields.unsecure(context.response());
                        Fields.unexpose(context.request());
                    }
                    headers.set(HttpDate.NAME, HttpDate.now());
                    if (!headers.contains("Cache-Control")) {
                        headers.set("Cache-Control", "no-cache");
                    }
                    if (body.isUnread()) {
                        headers.set("Connection", "close");
                    }
                });
        context.addEndHandler(_ -> body.hangUp());
    }

    private static boolean isDocs(String path) {
        return path != null && (path.equals("/docs") || path.startsWith("/docs/"));
    }

    private static void limit(RoutingContext context, IncomingBody body) {
        var request = context.request();
        var vertx = context.vertx();
        var whole = vertx.setTimer(DEADLINE_MILLIS, _ -> request.connection().close());
        var late = vertx.setTimer(BODY_MILLIS, _ -> body.giveUp());
        ADMISSION.count(context, body);
        context.addEndHandler(
                _ -> {
                    vertx.cancelTimer(whole);
                    vertx.cancelTimer(late);
                });
    }

    /// HTTP/2 has no such header (RFC 9113, section 8.2.2): a client takes no answer that bears it.
    private static void refuse(RoutingContext context, String detail) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader("Connection", "close");
        }
        Refusals.answer(context, INVALID_REQUEST, detail);
    }

    /// What Vert.x gave up on before any filter, such as a Host that is none.
    private void fail(RoutingContext context) {
        allow(context);
        switch (context.statusCode()) {
            case 400 -> {
                secure(context, new IncomingBody(context.request()));
                refuse(context, "There must be one Host header, with a name and perhaps a port.");
            }
            case 404 -> {
                secure(context, new IncomingBody(context.request()));
                Refusals.answer(context, NOT_FOUND, "There is nothing at this address.");
            }
            default -> context.next();
        }
    }
}
