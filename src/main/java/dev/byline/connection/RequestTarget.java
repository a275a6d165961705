package dev.byline.connection;

import static dev.byline.connection.MalformedRequest.syntax;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a request as it stands in the first line (RFC 9112, 3.2).
final class RequestTarget {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(.*)");
    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)?$");
    private static final String NEVER = "\"<>\\^`{|}";

    private RequestTarget() {}

    /// What is wrong with it, or null. The whole address of this server becomes the path that all
    /// others are asked for by.
    static MalformedRequest fault(HttpRequest request) {
        var target = request.uri();
        if (!target.startsWith("/")) {
            return shortened(request);
        }
        return fault(target);
    }

    /// Of an address that begins with a slash, in HTTP/2 as well.
    static MalformedRequest fault(String target) {
        // java.net.URI would take what follows for the name of a server
        return target.startsWith("//")
                ? syntax("The address begins with two slashes.")
                : ofSigns(target);
    }

    private static MalformedRequest shortened(HttpRequest request) {
        var whole = ABSOLUTE.matcher(request.uri());
        if (request.uri().equals("*") && request.method().equals(HttpMethod.OPTIONS)) {
            request.setUri("/");
            return null;
        }
        if (!whole.matches()) {
            return syntax("The address must begin with a slash.");
        }
        var host = Optional.ofNullable(request.headers().get(HttpHeaderNames.HOST));
        if (!host.map(RequestTarget::server).equals(Optional.of(server(whole.group(2))))) {
            return syntax("The address and the Host header name different servers.");
        }
        request.setUri((whole.group(3).isEmpty() ? "/" : whole.group(3)) + whole.group(4));
        return fault(request);
    }

    private static String server(String authority) {
        return USUAL_PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static MalformedRequest ofSigns(String target) {
        var isQuery = false;
        for (var place = 0; place < target.length(); place++) {
            var sign = target.charAt(place);
            if (sign == '#') {
                return syntax("The address has a fragment (#), which is for the client alone.");
            }
            if (sign == '%' && !isEncoded(target, place)) {
                return syntax(
                        "A percent sign in the address has no two hexadecimal digits behind it:"
                                + " the sign itself is written %25.");
            }
            isQuery |= sign == '?';
            if (mustBeEncoded(sign, isQuery)) {
                return syntax(
                        "The address holds a character that must be percent-encoded%s."
                                .formatted(sign < 0x80 ? ": %%%02X".formatted((int) sign) : ""));
            }
        }
        return null;
    }

    private static boolean isEncoded(String target, int place) {
        return place + 2 < target.length()
                && Character.digit(target.charAt(place + 1), 16) >= 0
                && Character.digit(target.charAt(place + 2), 16) >= 0;
    }

    private static boolean mustBeEncoded(char sign, boolean isQuery) {
        return sign <= ' '
                || sign >= 0x7f
                || NEVER.indexOf(sign) >= 0
                || !isQuery && (sign == '[' || sign == ']');
    }
}
