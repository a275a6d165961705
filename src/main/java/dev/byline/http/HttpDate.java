package dev.byline.http;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.http.HttpHeaders;
import java.util.Date;

/// The value of `Date` (RFC 9110, 6.6.1), which every answer bears. It is formatted once a second.
public final class HttpDate {
    public static final CharSequence NAME = HttpHeaders.createOptimized("date");

    private static volatile Second last = new Second(-1, "");

    private record Second(long second, CharSequence text) {}

    private HttpDate() {}

    public static CharSequence now() {
        var millis = System.currentTimeMillis();
        var known = last;
        if (known.second != millis / 1_000) {
            var text = DateFormatter.format(new Date(millis));
            known = new Second(millis / 1_000, HttpHeaders.createOptimized(text));
            last = known;
        }
        return known.text;
    }
}
