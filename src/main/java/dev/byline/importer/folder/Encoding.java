package dev.byline.importer.folder;

import dev.byline.importer.report.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Makes a text of a file's octets: UTF-8, or UTF-16 or UTF-32 where a byte order mark tells so.
final class Encoding {
    private static final int ORDER_MARK = 4;

    private Encoding() {}

    /// The text, with its byte order mark.
    static String decode(byte[] octets) throws Refusal {
        var charset = charset(octets);
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refusal("holds NUL: no text, or UTF-16 without a byte order mark");
            }
            return text;
        } catch (CharacterCodingException _) {
            throw new Refusal("not in " + charset.name().replaceFirst("(\\d)[BL]E$", "$1"));
        }
    }

    private static Charset charset(byte[] octets) {
        int mark = 0;
        for (int i = 0; i < ORDER_MARK; i++) {
            mark = mark << 8 | (i < octets.length ? octets[i] & 0xFF : 0xAA);
        }
        if (mark == 0xFFFE0000) return StandardCharsets.UTF_32LE;
        if (mark == 0x0000FEFF) return StandardCharsets.UTF_32BE;
        return switch (mark >>> 16) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
