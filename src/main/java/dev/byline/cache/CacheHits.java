package dev.byline.cache;

import dev.byline.http.Accept;
import dev.byline.http.AcceptEncoding;
import dev.byline.http.Coding;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Answers from the cache, on the event loop and before anything else is done for a request. An
/// address that is found was in canonical form when it was kept.
@Singleton
public class CacheHits {
    /// An answer that is smaller is coded while its first reader waits. A larger one is sent as it
    /// is meanwhile.
    private static final int CODED_AT_ONCE = 256 * 1_024;

    private final ResponseCache cache;
    private final LongAdder count = new LongAdder();
    private final ExecutorService coders = Executors.newVirtualThreadPerTaskExecutor();

    CacheHits(ResponseCache cache) {
        this.cache = cache;
    }

    /// How many were served.
    public long count() {
        return count.sum();
    }

    /// Serves it, or passes it on.
    public void handle(RoutingContext context) {
        if (!serve(context)) {
            context.next();
        }
    }

    /// While the database is away.
    public boolean serveStale(RoutingContext context) {
        var now = System.nanoTime();
        return serveFound(
                context, cache.findStale(context.request().uri(), accept(context), now), now);
    }

    /// @return false where it is not there
    public boolean serve(RoutingContext context) {
        var now = System.nanoTime();
        return serveFound(context, cache.find(context.request().uri(), accept(context), now), now);
    }

    private boolean serveFound(RoutingContext context, Answer answer, long now) {
        var request = context.request();
        return answer != null
                && RequestHead.isEveryones(request)
                && RequestHead.isHostClear(request)
                && serve(context, answer, now);
    }

    static Accept accept(RoutingContext context) {
        return Accept.of(Accept.joined(context.request().headers(), HttpHeaders.ACCEPT));
    }

    /// @return false where the answer is gone, or not to be had as the client takes it
    boolean serve(RoutingContext context, Answer answer, long now) {
        var request = context.request();
        if (!answer.suits(accept(context))) {
            return false;
        }
        if (request.response().writeQueueFull()) {
            // it has not taken what it asked for before
            request.response().drainHandler(_ -> handle(context));
            return true;
        }
        var accepted =
                AcceptEncoding.of(Accept.joined(request.headers(), HttpHeaders.ACCEPT_ENCODING));
        if (accepted.takesNothing()) {
            return false;
        }
        var coding = accepted.choose(answer.length());
        if (answer.has(coding)) {
            return send(request, answer, coding, now);
        }
        var made = made(answer, coding);
        if (made == null || made.isCompletedExceptionally()) {
            return false;
        }
        if (answer.length() < CODED_AT_ONCE) {
            await(made, context);
            return true;
        }
        return !accepted.refusesPlain() && send(request, answer, Coding.IDENTITY, now);
    }

    private boolean send(HttpServerRequest request, Answer answer, Coding coding, long now) {
        var served = answer.send(request, coding, now);
        if (served) {
            count.increment();
        }
        return served;
    }

    /// The bytes in a coding, made once and on no event loop; null when the answer is gone.
    private CompletableFuture<Void> made(Answer answer, Coding coding) {
        var mine = new CompletableFuture<Void>();
        var made = answer.claim(coding, mine);
        if (made == mine) {
            if (!answer.hold()) {
                return null;
            }
            coders.execute(() -> code(answer, coding, mine));
        }
        return made;
    }

    /// Takes the request up again when they are there. Where something changed meanwhile, it is
    /// answered anew.
    private void await(CompletableFuture<Void> made, RoutingContext context) {
        var place = Vertx.currentContext();
        made.whenComplete(
                (_, _) ->
                        place.runOnContext(
                                _ -> {
                                    if (!context.response().closed()) {
                                        handle(context);
                                    }
                                }));
    }

    private void code(Answer answer, Coding coding, CompletableFuture<Void> made) {
        try {
            answer.add(coding, coding.encode(answer.plain()));
            cache.weigh(answer);
            made.complete(null);
        } catch (RuntimeException | Error failed) {
            made.completeExceptionally(failed);
            throw failed;
        } finally {
            answer.release();
        }
    }

    @PreDestroy
    void close() {
        coders.close();
    }
}
