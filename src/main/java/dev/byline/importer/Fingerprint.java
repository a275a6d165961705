package dev.byline.importer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/// What the importer knows its own work by: an id that a file always gets, and a hash that tells
/// whether a file's content has been imported before.
final class Fingerprint {
    private static final int SHORT = 16;

    private Fingerprint() {}

    /// A UUID of version 7 (RFC 9562, 5.7) whose time is the publication and whose random bits
    /// are the path's hash.
    static UUID id(Instant published, String path) {
        var hash = ByteBuffer.wrap(sha256(path.getBytes(StandardCharsets.UTF_8)));
        long millis = Math.max(0, published.toEpochMilli());
        long high = millis << 16 | 0x7000L | hash.getLong() & 0x0FFFL;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static String of(ArticleDraft draft) {
        return HexFormat.of().formatHex(sha256(Json.write(draft))).substring(0, SHORT);
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
