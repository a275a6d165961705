package dev.byline.list;

import static dev.byline.http.ProblemType.INVALID_CURSOR;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A place in a list, as opaque text: the order it belongs to and the values of its last row.
/// It holds nothing that its bearer was not shown, and everything in it is checked when it
/// comes back.
final class Cursor {
    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    static String write(Order order, List<?> values) {
        var text = new StringBuilder(order.name());
        values.forEach(value -> text.append(SEPARATOR).append(escape(SortKey.Type.write(value))));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<Object> read(Order order, String cursor) {
        var parts = decode(cursor).split("" + SEPARATOR, -1);
        if (!parts[0].equals(order.name()) && parts.length > 1) {
            throw INVALID_CURSOR.because(
                    "The cursor belongs to another sort order or search than this request's.");
        }
        if (parts.length != order.terms().size() + 1) {
            throw unreadable();
        }
        var values = new ArrayList<>();
        for (var index = 0; index < order.terms().size(); index++) {
            var type = order.terms().get(index).key().type();
            values.add(type.read(unescape(parts[index + 1])).orElseThrow(Cursor::unreadable));
        }
        return values;
    }

    /// A title may hold the separator.
    private static String escape(String value) {
        return value.replace("%", "%25").replace("" + SEPARATOR, "%1f");
    }

    private static String unescape(String value) {
        return value.replace("%1f", "" + SEPARATOR).replace("%25", "%");
    }

    private static String decode(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException | CharacterCodingException _) {
            // falls through to the one answer for all that is unreadable
        }
        throw unreadable();
    }

    private static RuntimeException unreadable() {
        return INVALID_CURSOR.because(
                "The cursor was not made by this server. Begin again without one.");
    }
}
