package dev.byline.server;

import dev.byline.connection.LingeringClose;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;

/// The body of a request while it comes in. Of HTTP/1 a connection goes on behind it only where
/// all of it was read (RFC 9112, section 9.3); in HTTP/2 that is a matter of its stream alone.
final class IncomingBody {

    /// A body that is taken in as it comes, before anything looks for what it is: no thread waits
    /// for it then, and the connection can go on whatever the answer is.
    private static final long SMALL = 16 * 1024;

    private final HttpServerRequest request;
    private final long length;
    private final boolean chunked;

    /// Complete when the last of it was read, or where there is none.
    private final Future<Void> end;

    private boolean isLeft;

    IncomingBody(HttpServerRequest request) {
        var announced = request.getHeader("Content-Length");
        this.request = request;
        this.length = announced == null ? 0 : Long.parseLong(announced);
        this.chunked = request.headers().contains("Transfer-Encoding");
        this.end = mayBe() && !request.isEnded() ? request.end() : Future.succeededFuture();
    }

    /// HTTP/2 need not say whether there is one.
    private boolean mayBe() {
        return length > 0
                || chunked
                || isOfStream()
                        && !HttpMethod.GET.equals(request.method())
                        && !HttpMethod.HEAD.equals(request.method());
    }

    private boolean isOfStream() {
        return request.version() == HttpVersion.HTTP_2;
    }

    /// Whether all of it was read, or there is none.
    boolean isIn() {
        return end.isComplete();
    }

    /// @param then is told whether it is in, or broke off
    void whenOver(Consumer<Boolean> then) {
        end.onComplete(over -> then.accept(over.succeeded()));
    }

    /// As it says itself; 0 where it does not.
    long length() {
        return length;
    }

    /// Goes on with the request, whose body is there by then if it is small. Who waits for a 100
    /// Continue sends nothing yet, and Quarkus REST takes no request of HTTP/2 that has ended. One
    /// that breaks off goes on nowhere: nobody is there to be answered.
    void before(RoutingContext context, Runnable next) {
        if (!end.isComplete()
                && length > 0
                && length <= SMALL
                && !isOfStream()
                && !request.headers().contains("Expect")) {
            request.body().onSuccess(bytes -> next(context, bytes, next));
            request.resume();
        } else {
            next.run();
        }
    }

    /// Where Quarkus REST looks for a body that was read before, which no public method sets.
    private static void next(RoutingContext context, Buffer bytes, Runnable next) {
        ((RoutingContextInternal) context).setBody(bytes);
        next.run();
    }

    /// To be asked when the answer begins: whether the rest of it is not waited for, and the
    /// connection ends behind the answer.
    boolean isToBeLeft() {
        if (isUnread()) {
            isLeft = true;
            LingeringClose.prepare(request.connection());
        }
        return isLeft;
    }

    /// Vert.x does not call a request ended that was read from a stream, since that has paused it,
    /// and one that is answered on its end is not complete yet: then the bytes tell.
    private boolean isUnread() {
        return !end.isComplete() && !isOfStream() && (chunked || request.bytesRead() < length);
    }

    /// To be called when it was answered.
    void hangUp() {
        if (isLeft) {
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
