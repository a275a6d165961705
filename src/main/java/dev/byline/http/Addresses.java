package dev.byline.http;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Addresses of this API, always relative to the server: what a client calls it (the Host
/// header) is never repeated.
public final class Addresses {
    public static final String BASE = "/api/v1";

    private Addresses() {}

    /// `/api/v1/articles/a-night` from `articles`, `a-night`.
    public static String of(Object... segments) {
        return Arrays.stream(segments)
                .map(segment -> encode(segment.toString()))
                .collect(Collectors.joining("/", BASE + "/", ""));
    }

    /// The address asked for, with its query, and the thing's name replaced: the segment behind
    /// the collection's.
    public static String withName(UriInfo asked, String from, String to) {
        var path = asked.getPathSegments().stream().map(PathSegment::getPath).toArray();
        for (var i = 1; i < path.length; i++) {
            if (path[i].equals(from)) {
                path[i] = to;
                break;
            }
        }
        var query = asked.getRequestUri().getRawQuery();
        return of(path) + (query == null ? "" : "?" + query);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
