package dev.byline.http;

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
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        context.proceed();
    }
}
