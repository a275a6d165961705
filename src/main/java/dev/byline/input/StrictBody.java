package dev.byline.input;

import static dev.byline.http.ProblemType.MALFORMED_JSON;
import static dev.byline.http.ProblemType.MISSING_BODY;
import static dev.byline.http.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Takes a body for what it says it is: its type is named, it is not compressed, and it is
/// UTF-8 through and through (RFC 8259, 8.1). Jackson by itself also reads UTF-16, and UTF-8
/// with overlong forms, which another program on the way would read differently. What was read
/// keeps the rules of its record, or goes no further. An operation that takes an [InputStream] gets
/// whatever bytes there are, as they come.
@Provider
public final class StrictBody implements ReaderInterceptor {
    private final Violations violations;
    private final BodyReader reader;

    StrictBody(Violations violations, BodyReader reader) {
        this.violations = violations;
        this.reader = reader;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!hasBody(request)) {
            return;
        }
        var type = type(request);
        if (type == null || type.isWildcardType() || type.isWildcardSubtype()) {
            throw UNSUPPORTED_MEDIA_TYPE.because("Content-Type must say what the body is.");
        }
        var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw UNSUPPORTED_MEDIA_TYPE.because(
                    "The body must be in UTF-8, not in " + charset + ".");
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw UNSUPPORTED_MEDIA_TYPE.because("The body must not be compressed.");
        }
    }

    /// Null where the header is empty, too: that is no media type, and not to be parsed.
    private static MediaType type(ContainerRequestContext request) {
        var header = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return header == null || header.isBlank() ? null : request.getMediaType();
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeaderString("Transfer-Encoding") != null
                : !length.equals("0");
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return context.getType() == InputStream.class ? streamed(context) : held(context);
    }

    private Object streamed(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(reader.stream(context.getInputStream()));
        return context.proceed();
    }

    private Object held(ReaderInterceptorContext context) throws IOException {
        var bytes = reader.read(context.getInputStream());
        if (!isUtf8(bytes)) {
            throw MALFORMED_JSON.because("The body is not UTF-8.");
        }
        if (holdsNul(bytes)) {
            throw MALFORMED_JSON.because(
                    "The body holds bytes of 0, as UTF-16 does: JSON here is UTF-8, and without them.");
        }
        context.setInputStream(new ByteArrayInputStream(bytes));
        return switch (context.proceed()) {
            case null -> throw MISSING_BODY.because("The body must be a JSON object.");
            case Record input -> violations.none(input);
            case JsonNode patch -> patch; // MergePatch holds its outcome to the rules
            case Object other ->
                    throw new IllegalStateException(other.getClass() + " has no rules.");
        };
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean holdsNul(byte[] bytes) {
        for (var octet : bytes) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }
}
