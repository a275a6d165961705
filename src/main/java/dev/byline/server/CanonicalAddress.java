package dev.byline.server;

import static dev.byline.http.ProblemType.INVALID_REQUEST;
import static dev.byline.http.ProblemType.NOT_FOUND;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/// Each address has one form, so that what is asked for, what is kept in a cache and what some
/// other program on the way takes it for are the same.
final class CanonicalAddress {
    /// Nearly every address has neither.
    private static final Pattern UNUSUAL = Pattern.compile("//|/\\.|[%;\\\\]|./$");

    /// Empty segments, `.` and `..`, a slash at the end, and encoded slashes, backslashes, percent
    /// signs and NUL.
    private static final Pattern REFUSED =
            Pattern.compile("//|/\\.{1,2}(/|$)|\\\\|^/(?!docs/$).+/$|%(00|25|2[fF]|5[cC])");

    /// Letters, digits, `-`, `.`, `_` and `~` mean the same without (RFC 3986, 2.3).
    private static final Pattern NEEDLESS =
            Pattern.compile(
                    "%(2[dDeE]|3\\d|4[1-9a-fA-F]|5[\\daA]|5[fF]|6[1-9a-fA-F]|7[\\daA]|7[eE])");

    /// Nothing has parameters in its path (RFC 3986, 3.3), nor this sign in its name.
    private static final Pattern PARAMETERS = Pattern.compile(";|%3[bB]");

    private CanonicalAddress() {}

    /// Answers a request for an address in another form.
    ///
    /// @return whether it was answered
    static boolean answers(RoutingContext context) {
        var path = context.request().path();
        if (path == null || !UNUSUAL.matcher(path).find()) {
            return path == null && refuse(context);
        }
        var usual = usual(path);
        if (REFUSED.matcher(usual).find()) {
            return refuse(context);
        }
        if (PARAMETERS.matcher(usual).find()) {
            Refusals.answer(context, NOT_FOUND, "There is nothing at this address.");
            return true;
        }
        return !usual.equals(path) && move(context, usual);
    }

    private static String usual(String path) {
        return NEEDLESS.matcher(path)
                .replaceAll(encoded -> Character.toString(Integer.parseInt(encoded.group(1), 16)));
    }

    private static boolean refuse(RoutingContext context) {
        Refusals.close(
                context,
                INVALID_REQUEST,
                "The address is not in canonical form: no empty or dot segments, no slash at the end.");
        return true;
    }

    private static boolean move(RoutingContext context, String usual) {
        context.response()
                .setStatusCode(308)
                .putHeader("Location", usual + query(context.request()))
                .putHeader("Cache-Control", "no-cache")
                .end();
        return true;
    }

    private static String query(HttpServerRequest request) {
        return request.query() == null ? "" : "?" + request.query();
    }
}
