package dev.byline.cache;

import dev.byline.http.Accept;
import dev.byline.http.HeaderFields;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.regex.Pattern;

/// What can be told from a request before anything of it is done.
public final class RequestHead {
    private static final CharSequence IF_RANGE = HeaderFields.text("if-range");
    private static final CharSequence IF_UNMODIFIED_SINCE =
            HeaderFields.text("if-unmodified-since");
    private static final CharSequence RANGE = HeaderFields.text("range");
    private static final Pattern HOST =
            Pattern.compile("(\\[[\\da-fA-F:.]+]|[\\w.~-]+)(:\\d{1,5})?");

    /// The last good one: nearly always this one again.
    private static volatile String lastHost = "";

    private RequestHead() {}

    /// Whether any reader who asks so gets the same: a GET or HEAD without a token or a body, in
    /// a media type that there is, and for the whole.
    static boolean isEveryones(HttpServerRequest request) {
        var method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            return false;
        }
        var headers = request.headers();
        return !headers.contains(HttpHeaders.AUTHORIZATION)
                && !headers.contains(RANGE)
                && !headers.contains(IF_RANGE)
                && !headers.contains(HttpHeaders.IF_MATCH)
                && !headers.contains(HttpHeaders.IF_MODIFIED_SINCE)
                && !headers.contains(IF_UNMODIFIED_SINCE)
                && !headers.contains(HttpHeaders.CONTENT_LENGTH)
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !Accept.of(Accept.joined(headers, HttpHeaders.ACCEPT)).taken().isEmpty();
    }

    /// One Host, with a name and perhaps a port; HTTP/1.0 may do without.
    public static boolean isHostClear(HttpServerRequest request) {
        var hosts = request.headers().getAll(HttpHeaders.HOST);
        if (request.version() == HttpVersion.HTTP_2 && hosts.isEmpty()) {
            return request.authority() != null && isClear(request.authority().toString());
        }
        return hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0
                || hosts.size() == 1 && isClear(hosts.getFirst());
    }

    private static boolean isClear(String host) {
        if (host.equals(lastHost)) {
            return true;
        }
        var isClear = HOST.matcher(host).matches();
        if (isClear) {
            lastHost = host;
        }
        return isClear;
    }
}
