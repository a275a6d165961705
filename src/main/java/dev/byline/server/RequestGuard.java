package dev.byline.server;

import static dev.byline.http.ProblemType.*;

import dev.byline.cache.CacheHits;
import dev.byline.cache.RequestHead;
import dev.byline.cache.SingleFlight;
import dev.byline.connection.ClientAddresses;
import dev.byline.connection.MalformedRequest;
import dev.byline.database.DatabaseProbe;
import dev.byline.http.Methods;
import dev.byline.input.BodyLimit;
import dev.byline.limit.Balance;
import dev.byline.limit.Holders;
import dev.byline.limit.Policy;
import dev.byline.limit.RateLimiter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// What every request passes before anything of it is believed: HTTP as it is written down, one
/// Host, an address in its one canonical form, a body that is not too large, a deadline.
@Singleton
class RequestGuard {
    /// A request, body and answer together, is over after this time or the connection is
    /// closed. It is longer than any statement of the database may take.
    private static final long DEADLINE_MILLIS = 60_000;

    /// A body that has not come in after this time is not waited for.
    private static final long BODY_MILLIS = 15_000;

    private static final String HOST =
            "There must be one Host header, with a name and perhaps a port.";

    /// Of two it would be anybody's choice which one counts (RFC 9110, 5.3).
    private static final List<CharSequence> SINGLE =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE);

    private static final String REPEATED =
            "Authorization and Content-Type may stand there once each.";

    /// Where the access log looks for it (application.properties).
    private static final String CLIENT = "client";

    /// How long who has had enough waits for being told so: a connection that asks on and on gets
    /// ten answers a second.
    private static final long REFUSAL_MILLIS = 100;

    private static final Admission ADMISSION = new Admission();

    private final CacheHits hits;
    private final DatabaseProbe database;
    private final SingleFlight singleFlight;

    private final CrossOrigin crossOrigin;
    private final ClientAddresses addresses;
    private final RateLimiter limiter;

    RequestGuard(
            CacheHits hits,
            SingleFlight singleFlight,
            CrossOrigin crossOrigin,
            ClientAddresses addresses,
            RateLimiter limiter,
            DatabaseProbe database) {
        this.hits = hits;
        this.singleFlight = singleFlight;
        this.crossOrigin = crossOrigin;
        this.addresses = addresses;
        this.limiter = limiter;
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
        var malformed = MalformedRequest.of(request);
        allow(context);
        if (malformed != null) {
            CommonHeaders.add(context, new IncomingBody(request));
            Refusals.answer(context, malformed);
        } else if (CrossOrigin.isPreflight(request) && RequestHead.isHostClear(request)) {
            CrossOrigin.preflight(request.response());
        } else if (limiter.isRefusing()) {
            handleUnlessExhausted(context);
        } else {
            hits.handle(context);
        }
    }

    /// A reader who has had enough gets what is kept, and is refused the rest before anything is
    /// done or logged: a flood is to cost the others nothing.
    private void handleUnlessExhausted(RoutingContext context) {
        var exhausted = exhausted(context);
        if (exhausted.isEmpty()) {
            hits.handle(context);
        } else if (!hits.serve(context)) {
            context.vertx().setTimer(REFUSAL_MILLIS, _ -> refuse(context, exhausted.get()));
        }
    }

    private static void refuse(RoutingContext context, Balance exhausted) {
        if (!context.response().closed()) {
            CommonHeaders.add(context, new IncomingBody(context.request()));
            Refusals.answer(context, exhausted);
        }
    }

    private Optional<Balance> exhausted(RoutingContext context) {
        var request = context.request();
        return Methods.isReading(request.method().name())
                        && !request.headers().contains("Authorization")
                ? limiter.exhausted(Policy.READS, Holders.of(addresses.of(context)))
                : Optional.empty();
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
        context.put(CLIENT, addresses.of(context).getHostAddress());
        CommonHeaders.add(context, body);
        if (!RequestHead.isHostClear(request)) {
            Refusals.close(context, INVALID_REQUEST, HOST);
        } else if (SINGLE.stream().anyMatch(name -> request.headers().getAll(name).size() > 1)) {
            Refusals.close(context, INVALID_REQUEST, REPEATED);
        } else if (!CanonicalAddress.answers(context)) {
            pass(context, body);
        }
    }

    private void pass(RoutingContext context, IncomingBody body) {
        var most = BodyLimit.of(context.request());
        if (body.length() > most.bytes()) {
            Refusals.answer(context, TOO_LARGE, most.exceeded());
        } else if (database.isAway() && context.request().path().startsWith("/api/")) {
            if (!hits.serveStale(context)) {
                Refusals.turnAway(context, "The database cannot answer right now. Try again.");
            }
        } else if (ADMISSION.isFull()) {
            Refusals.turnAway(context, "The server has more to do than it can.");
        } else {
            limit(context, body);
            body.before(context, () -> singleFlight.join(context));
        }
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

    /// What Vert.x gave up on before any filter, such as a Host that is none.
    private void fail(RoutingContext context) {
        allow(context);
        switch (context.statusCode()) {
            case 400 -> {
                CommonHeaders.add(context, new IncomingBody(context.request()));
                Refusals.close(context, INVALID_REQUEST, HOST);
            }
            case 404 -> {
                CommonHeaders.add(context, new IncomingBody(context.request()));
                Refusals.answer(context, NOT_FOUND, "There is nothing at this address.");
            }
            default -> context.next();
        }
    }
}
