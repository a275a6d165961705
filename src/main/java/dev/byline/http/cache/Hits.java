package dev.byline.http.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/// Answers from the cache, on the event loop and before anything else is done for a request. An
/// address that is found was in canonical form when it was kept.
@Singleton
public class Hits {
    private final ResponseCache cache;
    private final LongAdder count = new LongAdder();
    private final ExecutorService coders = Executors.newVirtualThreadPerTaskExecutor();

    Hits(ResponseCache cache) {
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

    boolean serve(RoutingContext context) {
        var now = System.nanoTime();
        var request = context.request();
        var answer = cache.find(request.uri(), now);
        return answer != null
                && Question.isEveryones(request)
                && Question.isHostClear(request)
                && serve(context, answer, now);
    }

    /// @return false where the answer is gone, or the client takes none of its forms
    boolean serve(RoutingContext context, Answer answer, long now) {
        var request = context.request();
        if (request.response().writeQueueFull()) {
            // it has not taken what it asked for before
            request.response().drainHandler(_ -> handle(context));
            return true;
        }
        var coding = coding(request, answer);
        var served = coding != null && answer.send(request, coding, now);
        if (served) {
            count.increment();
        }
        return served;
    }

    /// Bytes that nobody asked for yet are made beside, for the next.
    private Coding coding(HttpServerRequest request, Answer answer) {
        var accepted = AcceptEncoding.of(request.headers().get(HttpHeaders.ACCEPT_ENCODING));
        var coding = accepted.choose(answer.length());
        if (answer.has(coding)) {
            return coding;
        }
        if (answer.claim(coding) && answer.hold()) {
            coders.execute(() -> code(answer, coding));
        }
        return accepted.refusesPlain() ? null : Coding.IDENTITY;
    }

    private void code(Answer answer, Coding coding) {
        try {
            answer.add(coding, coding.encode(answer.plain()));
            cache.weigh(answer);
        } finally {
            answer.release();
        }
    }

    @PreDestroy
    void close() {
        coders.close();
    }
}
