package dev.byline.support.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.support.contract.Exchange.Request;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Exchanges as REST Assured's filters see them.
final class Exchanges {

    private Exchanges() {}

    static Exchange of(FilterableRequestSpecification sent, Address address, Response response) {
        return new Exchange(
                new Request(
                        sent.getMethod(),
                        address.path(),
                        address.query(),
                        sentHeaders(sent),
                        text(sent.getBody())),
                new Exchange.Response(
                        response.statusCode(),
                        wire(response.headers().asList()),
                        new String(response.asByteArray(), UTF_8)));
    }

    /// REST Assured keeps the media type that it chooses itself apart from the headers.
    private static HttpHeaders sentHeaders(FilterableRequestSpecification sent) {
        var headers = new ArrayList<>(sent.getHeaders().asList());
        if (!sent.getHeaders().hasHeaderWithName("Content-Type") && sent.getContentType() != null) {
            headers.add(new Header("Content-Type", sent.getContentType()));
        }
        return wire(headers);
    }

    private static HttpHeaders wire(List<Header> headers) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (var header : new Headers(headers)) {
            values.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
        }
        return HttpHeaders.of(values, (_, _) -> true);
    }

    private static String text(Object body) {
        return switch (body) {
            case null -> "";
            case String text -> text;
            case byte[] bytes -> new String(bytes, UTF_8);
            default ->
                    throw new AssertionError(
                            "A body of %s goes unchecked: send text or bytes"
                                    .formatted(body.getClass()));
        };
    }
}
