package dev.byline.connection;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.UUID;

/// A request that breaks HTTP itself, and why. It takes its turn among the others of its
/// connection as a request for `/`, with a header that says what is wrong, and is the last of them.
///
/// @param kind which status it is answered with
/// @param detail a sentence
public record MalformedRequest(Kind kind, String detail) {

    /// What is wrong.
    public enum Kind {
        SYNTAX,
        ADDRESS_TOO_LONG,
        HEADERS_TOO_LARGE,
        VERSION
    }

    /// No client knows it.
    private static final CharSequence HEADER = "malformed-" + UUID.randomUUID();

    static MalformedRequest syntax(String detail) {
        return new MalformedRequest(Kind.SYNTAX, detail);
    }

    /// What Netty could not read.
    static MalformedRequest of(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                    new MalformedRequest(
                            Kind.ADDRESS_TOO_LONG, "Method, address and version are too long.");
            case TooLongHttpHeaderException _ ->
                    new MalformedRequest(
                            Kind.HEADERS_TOO_LARGE, "The headers together are too large.");
            default -> syntax("The request cannot be read as HTTP/1.1 (RFC 9112).");
        };
    }

    /// @return null for a request that is fine so far
    public static MalformedRequest of(HttpServerRequest request) {
        if (request.version() == io.vertx.core.http.HttpVersion.HTTP_2) {
            return request.uri() == null ? null : RequestTarget.fault(request.uri());
        }
        var text = request.headers().get(HEADER);
        if (text == null) {
            return null;
        }
        var blank = text.indexOf(' ');
        return new MalformedRequest(
                Kind.valueOf(text.substring(0, blank)), text.substring(blank + 1));
    }

    /// @param isHead whether nobody takes a body with the answer
    /// @param origin of the page that sent it, which may have to be named in the answer, or null
    HttpRequest inTurn(boolean isHead, String origin) {
        // Vert.x takes requests with headers of its own class alone
        var headers = HeadersMultiMap.httpHeaders();
        headers.set(HEADER, kind + " " + detail);
        headers.set(HttpHeaderNames.HOST, "localhost");
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (origin != null) {
            headers.set(HttpHeaderNames.ORIGIN, origin);
        }
        return new DefaultHttpRequest(
                HttpVersion.HTTP_1_1, isHead ? HttpMethod.HEAD : HttpMethod.GET, "/", headers);
    }
}
