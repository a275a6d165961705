package dev.byline.support.contract;

import java.net.http.HttpHeaders;

/// One request and its response, as they were on the wire.
public record Exchange(Request request, Response response) {

    /// @param path the path as sent, percent-encoding included
    /// @param query what follows the question mark as sent, empty when nothing does
    public record Request(
            String method, String path, String query, HttpHeaders headers, String body) {

        QueryString parameters() {
            return QueryString.parse(query);
        }
    }

    public record Response(int status, HttpHeaders headers, String body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        String mediaType() {
            return MediaTypes.bare(headers);
        }
    }
}
