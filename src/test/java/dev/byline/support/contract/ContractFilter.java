package dev.byline.support.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.support.contract.Exchange.Request;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fails a test whose exchange with the server is not what the server's own OpenAPI document says.
///
/// The document is read once for each filter, from the server that the request went to.
public final class ContractFilter implements Filter {

    /// Served beside the API and not described by the document: the document and its user
    /// interface, health and metrics, the pages that explain problems.
    private static final List<String> OUTSIDE = List.of("/openapi", "/docs", "/q", "/problems");

    private static final int EXCERPT = 1000;

    /// Not by [URI]: a test may well send an address that is none.
    private static final Pattern ADDRESS =
            Pattern.compile("(?<origin>https?://[^/?#]+)(?<path>[^?#]*)(\\?(?<query>[^#]*))?.*");

    private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();

    private final Map<String, Contract> contractsByOrigin = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification sent,
            FilterableResponseSpecification expected,
            FilterContext context) {
        var response = context.next(sent, expected);
        var address = ADDRESS.matcher(sent.getURI());
        if (!address.matches()) {
            throw new AssertionError("Not an address of HTTP: " + sent.getURI());
        }
        var exchange = exchange(sent, address.group("path"), address.group("query"), response);
        if (!isOutside(exchange.request().path())) {
            check(
                    contractsByOrigin.computeIfAbsent(address.group("origin"), ContractFilter::of),
                    exchange);
        }
        return response;
    }

    private static boolean isOutside(String path) {
        return OUTSIDE.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    private static void check(Contract contract, Exchange exchange) {
        var violations = contract.violations(exchange);
        if (!violations.isEmpty()) {
            throw new AssertionError(report(exchange, violations));
        }
    }

    private static String report(Exchange exchange, List<String> violations) {
        var request = exchange.request();
        var response = exchange.response();
        return """
               %s %s?%s was answered %d, and that is not what the OpenAPI document says:
               - %s
               Body: %s
               """
                .formatted(
                        request.method(),
                        request.path(),
                        request.query(),
                        response.status(),
                        String.join("\n- ", violations),
                        excerpt(response.body()));
    }

    private static String excerpt(String body) {
        return body.length() > EXCERPT ? body.substring(0, EXCERPT) + " […]" : body;
    }

    private static Exchange exchange(
            FilterableRequestSpecification sent, String path, String query, Response response) {
        var request =
                new Request(
                        sent.getMethod(),
                        path,
                        query == null ? "" : query,
                        headers(sent),
                        body(sent.getBody()));
        return new Exchange(
                request,
                new Exchange.Response(
                        response.statusCode(),
                        headers(response.headers()),
                        new String(response.asByteArray(), UTF_8)));
    }

    /// REST Assured keeps the media type of a body apart until it is sent.
    private static HttpHeaders headers(FilterableRequestSpecification sent) {
        var contentType = sent.getContentType();
        return sent.getHeaders().hasHeaderWithName("Content-Type") || contentType == null
                ? headers(sent.getHeaders())
                : headers(withContentType(sent.getHeaders(), contentType));
    }

    private static Headers withContentType(Headers headers, String contentType) {
        var all = new java.util.ArrayList<>(headers.asList());
        all.add(new Header("Content-Type", contentType));
        return new Headers(all);
    }

    private static HttpHeaders headers(Headers headers) {
        return HttpHeaders.of(
                headers.asList().stream()
                        .collect(
                                Collectors.groupingBy(
                                        header -> header.getName(),
                                        Collectors.mapping(
                                                header -> header.getValue(), Collectors.toList()))),
                (_, _) -> true);
    }

    private static String body(Object body) {
        return switch (body) {
            case null -> "";
            case String text -> text;
            case byte[] bytes -> new String(bytes, UTF_8);
            default ->
                    throw new AssertionError(
                            "Send the body as text or bytes: "
                                    + body.getClass()
                                    + " goes unchecked");
        };
    }

    private static Contract of(String origin) {
        return CONTRACTS.computeIfAbsent(read(origin), ContractFilter::parse);
    }

    private static String read(String origin) {
        var request = HttpRequest.newBuilder(URI.create(origin + "/openapi?format=json")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Contract parse(String document) {
        try {
            return new Contract(new ObjectMapper().readTree(document));
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
