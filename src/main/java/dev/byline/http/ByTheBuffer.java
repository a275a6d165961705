package dev.byline.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/// Makes every answer go out through the stream of Quarkus REST, which waits for a reader after
/// each buffer. Without any interceptor a whole answer is handed to Netty at once and lies in
/// direct memory until it is read; the exchange counts as ended meanwhile, and [BytesUnderWay]
/// does not see it. The thread that waits is a virtual one.
@Provider
class ByTheBuffer implements WriterInterceptor {
    private final CurrentVertxRequest request;

    ByTheBuffer(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        var exchange = request.getCurrent();
        exchange.addHeadersEndHandler(_ -> lengthAlone(exchange.response().headers()));
        context.proceed();
    }

    /// The stream declares chunks for all that does not fit into its first buffer, beside a
    /// length that is known; one answer must not have both (RFC 9112, 6.2), and clients such as
    /// wrk refuse it.
    private static void lengthAlone(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            headers.remove("Transfer-Encoding");
        }
    }
}
