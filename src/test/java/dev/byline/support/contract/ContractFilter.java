package dev.byline.support.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Fails a test whose exchange with the server is not what the server's own OpenAPI document
/// says.
///
/// The document is read once for each filter, from the server that the request went to.
public final class ContractFilter implements Filter {

    /// Served beside the API and not described by the document: the document and its user
    /// interface, health and metrics, the pages that explain problems, and what only tests serve;
    /// and the start page.
    private static final List<String> OUTSIDE =
            List.of(
                    "/openapi",
                    "/openapi.json",
                    "/openapi.yaml",
                    "/docs",
                    "/q",
                    "/problems",
                    "/api/v1/who",
                    "/api/v1/forms");

    private static final int EXCERPT = 1000;

    private static final Map<String, Contract> CONTRACTS_BY_DOCUMENT = new ConcurrentHashMap<>();

    private static final Map<String, FaultCodes> CODES_BY_ORIGIN = new ConcurrentHashMap<>();

    private final Map<String, Contract> contractsByOrigin = new ConcurrentHashMap<>();

    private volatile Exchange last;

    @Override
    public Response filter(
            FilterableRequestSpecification sent,
            FilterableResponseSpecification expected,
            FilterContext context) {
        var response = context.next(sent, expected);
        var address = Address.of(sent.getURI());
        if (!address.path().equals("/") && OUTSIDE.stream().noneMatch(address::isUnder)) {
            var exchange = Exchanges.of(sent, address, response);
            last = exchange;
            var violations = new ArrayList<>(contractOf(address.origin()).violations(exchange));
            violations.addAll(codesOf(address.origin()).violations(exchange));
            check(exchange, violations);
        }
        return response;
    }

    /// That was checked, or null.
    Exchange last() {
        return last;
    }

    private static void check(Exchange exchange, List<String> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(report(exchange, violations));
        }
    }

    private static String report(Exchange exchange, List<String> violations) {
        var request = exchange.request();
        return """
               %s %s%s was answered with %d, and not as the OpenAPI document says:
               - %s
               Body: %s
               """
                .formatted(
                        request.method(),
                        request.path(),
                        request.query().isEmpty() ? "" : "?" + request.query(),
                        exchange.response().status(),
                        String.join("\n- ", violations),
                        excerpt(exchange.response().body()));
    }

    private static String excerpt(String body) {
        return body.length() > EXCERPT ? body.substring(0, EXCERPT) + " […]" : body;
    }

    private Contract contractOf(String origin) {
        return contractsByOrigin.computeIfAbsent(
                origin,
                _ ->
                        CONTRACTS_BY_DOCUMENT.computeIfAbsent(
                                documentOf(origin), ContractFilter::parse));
    }

    private static FaultCodes codesOf(String origin) {
        return CODES_BY_ORIGIN.computeIfAbsent(
                origin, _ -> new FaultCodes(() -> read(origin + "/problems")));
    }

    private static String documentOf(String origin) {
        return read(origin + "/openapi?format=json");
    }

    private static String read(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
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
