package dev.byline.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// How the bytes of an answer are coded (RFC 9110, 8.4.1). Each coding has an entity tag of its
/// own, since the bytes are others.
public enum Coding {
    BROTLI("br") {
        @Override
        byte[] of(byte[] plain) throws IOException {
            return Encoder.compress(plain, Encoder.Parameters.create(BROTLI_QUALITY));
        }
    },
    GZIP("gzip") {
        @Override
        byte[] of(byte[] plain) throws IOException {
            var out = new ByteArrayOutputStream(plain.length / 2);
            try (var gzip = new Gzip(out)) {
                gzip.write(plain);
            }
            return out.toByteArray();
        }
    },
    IDENTITY("identity") {
        @Override
        byte[] of(byte[] plain) {
            return plain;
        }
    };

    /// Below this, what is saved does not leave a packet out.
    public static final int WORTH_IT = 1_024;

    private static final int BROTLI_QUALITY = 5;

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /// As `Content-Encoding` says it.
    public String token() {
        return token;
    }

    /// The tag of these bytes, made from that of the plain ones: `2x9k-br`.
    public String tag(String plain) {
        return this == IDENTITY ? plain : plain + "-" + token;
    }

    public byte[] encode(byte[] plain) {
        try {
            return of(plain);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    abstract byte[] of(byte[] plain) throws IOException;

    /// Brotli is a native library, which is loaded when a client asks for it; where there is none
    /// for the machine, there is gzip.
    boolean isThere() {
        return this != BROTLI || Brotli.IS_THERE;
    }

    private static final class Brotli {
        static final boolean IS_THERE = Brotli4jLoader.isAvailable();
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
        }
    }
}
