package dev.byline.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/// The body of a request while it comes in. Of HTTP/1 a connection goes on behind it only where
/// all of it was read (RFC 9112, section 9.3); in HTTP/2 that is a matter of its stream alone.
///
/// @param end complete when the last of it was read, or where there is none
record IncomingBody(HttpServerRequest request, Future<Void> end) {

    /// A body that is taken in as it comes, before anything looks for what it is: no thread waits
    /// for it then, and the connection can go on whatever the answer is.
    private static final long SMALL = 16 * 1024;

    static IncomingBody of(HttpServerRequest request) {
        var isSome = length(request) > 0 || isUnbounded(request);
        return new IncomingBody(
                request, isSome && !request.isEnded() ? request.end() : Future.succeededFuture());
    }

    /// As it says itself; 0 where it does not.
    long length() {
        return length(request);
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    /// HTTP/2 need not even say whether there is one.
    private static boolean isUnbounded(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? !HttpMethod.GET.equals(request.method())
                        && !HttpMethod.HEAD.equals(request.method())
                : isChunked(request);
    }

    boolean isChunked() {
        return isChunked(request);
    }

    private static boolean isChunked(HttpServerRequest request) {
        return request.headers().contains("Transfer-Encoding");
    }

    /// Goes on with the request, whose body is there by then if it is small. Who waits for a 100
    /// Continue sends nothing yet, and Quarkus REST takes no request of HTTP/2 that has ended. One
    /// that breaks off goes on nowhere: nobody is there to be answered.
    void before(RoutingContext context, Runnable next) {
        if (!end.isComplete()
                && length() > 0
                && length() <= SMALL
                && request.version() != HttpVersion.HTTP_2
                && !request.headers().contains("Expect")) {
            request.body().onSuccess(bytes -> next(context, bytes, next));
            request.resume();
        } else {
            next.run();
        }
    }

    private static void next(RoutingContext context, Buffer bytes, Runnable next) {
        ((RoutingContextInternal) context).setBody(bytes);
        next.run();
    }

    /// Vert.x does not call a request ended that was read from a stream, since that has paused it,
    /// and one that is answered on its end is not complete yet: then the bytes tell.
    boolean isUnread() {
        return !end.isComplete()
                && request.version() != HttpVersion.HTTP_2
                && (isChunked() || request.bytesRead() < length());
    }

    /// For a request that was answered: nobody waits for the rest of it.
    void hangUp() {
        if (isUnread()) {
            request.connection().close();
        }
    }

    /// For one that should have come in by now.
    void giveUp() {
        if (!end.isComplete()) {
            request.connection().close();
        }
    }
}
