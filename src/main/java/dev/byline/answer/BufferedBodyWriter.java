package dev.byline.answer;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Hands a large answer to the network a buffer at a time, the next when its reader has taken the
/// one before. At once it would lie in direct memory until it is read, and the exchange would
/// count as ended meanwhile, so that [UnsentBytes] did not see it. The thread that waits is a
/// virtual one, and the deadline of [dev.byline.server.RequestGuard] ends the wait. (The stream of
/// Quarkus REST would wait too, but sends `Transfer-Encoding` beside the length, which RFC 9112
/// forbids in 6.2.)
///
/// It is named for all objects, and comes before all others: of an operation with several media
/// types Quarkus REST asks who writes a response, not its bytes, and Jackson would.
@Provider
@Priority(1)
class BufferedBodyWriter implements ServerMessageBodyWriter<Object> {
    private static final int BUFFER = 64 * 1_024;

    @Override
    public void writeResponse(Object body, Type type, ServerRequestContext context) {
        var bytes = (byte[]) body;
        var response = context.serverResponse();
        if (bytes.length <= BUFFER) {
            response.end(bytes);
        } else {
            response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
            stream(bytes, response);
        }
    }

    private static void stream(byte[] bytes, ServerHttpResponse response) {
        try {
            for (var from = 0; from < bytes.length && !response.closed(); from += BUFFER) {
                var to = Math.min(from + BUFFER, bytes.length);
                response.write(Arrays.copyOfRange(bytes, from, to)).toCompletableFuture().join();
            }
            response.end();
        } catch (CompletionException | IllegalStateException _) {
            // its reader has hung up
        }
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == byte[].class;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == byte[].class;
    }

    @Override
    public void writeTo(
            Object bytes,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write((byte[]) bytes);
    }
}
