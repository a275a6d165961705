package dev.byline.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;
import java.util.UUID;

/// The end of a body whose chunks cannot be read (RFC 9112, 7.1). Vert.x would close the connection
/// without an answer; so the body ends there instead, with bytes that no client knows. Whoever
/// reads it finds them, and nobody takes what came until then for the whole.
public final class BrokenChunks {
    private static final byte[] MARK = ("\0broken-" + UUID.randomUUID()).getBytes(US_ASCII);

    /// Of the bytes that tell it.
    public static final int LENGTH = MARK.length;

    private BrokenChunks() {}

    static LastHttpContent end() {
        return new DefaultLastHttpContent(Unpooled.copiedBuffer(MARK));
    }

    /// Whether the body ends there.
    public static boolean areIn(byte[] body) {
        var from = body.length - MARK.length;
        return from >= 0 && Arrays.equals(MARK, 0, MARK.length, body, from, body.length);
    }
}
