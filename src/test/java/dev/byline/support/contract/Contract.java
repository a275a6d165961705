package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What an OpenAPI 3.1 document promises, and in what an exchange with the server breaks it.
///
/// It is stricter than JSON Schema in two ways: an object holds no property that the document
/// does not describe ([ClosedSchemas]), and where a request did not ask for `fields`, the answer
/// has what `x-required-without-fields` lists.
public final class Contract {

    /// What the framework may add to the methods of a path.
    private static final Set<String> IMPLIED_METHODS = Set.of("HEAD", "OPTIONS");

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 413, 414, 431);

    private static final JsonNode PROBLEM = problem();

    private final Document document;
    private final Schemas whole;
    private final Schemas sparse;
    private final ResponseCheck responses;
    private final RequestCheck requests;

    public Contract(JsonNode openapi) {
        document = new Document(openapi);
        whole = Schemas.ofWhole(document);
        sparse = Schemas.ofSparse(document);
        responses = new ResponseCheck(document);
        requests = new RequestCheck(document, sparse);
    }

    /// Nothing for an exchange that keeps the contract, else a sentence for each breach.
    public List<String> violations(Exchange exchange) {
        var request = exchange.request();
        var item = PathItem.find(document, request.path());
        if (item.isEmpty()) {
            return ofUnknownPath(exchange);
        }
        return item.get()
                .operation(request.method())
                .map(operation -> ofOperation(operation, exchange))
                .orElseGet(() -> ofUnknownMethod(item.get(), exchange));
    }

    private List<String> ofOperation(Operation operation, Exchange exchange) {
        var schemas = exchange.request().parameters().has("fields") ? sparse : whole;
        var violations = new ArrayList<>(responses.violations(operation, exchange, schemas));
        if (exchange.response().isSuccess()) {
            violations.addAll(requests.violations(operation, exchange.request()));
        }
        return violations;
    }

    /// No operation documents a path that is not there: the document's schema of problems does.
    /// What is no request to any path (400, 413, 414, 431) or comes with a bad token (401) is
    /// refused first.
    private List<String> ofUnknownPath(Exchange exchange) {
        if (isMoved(exchange)) {
            return List.of();
        }
        return REFUSALS.contains(exchange.response().status())
                ? ofProblem(exchange)
                : List.of("the path is not documented, so the status must be 404");
    }

    /// Of an address with needless codes.
    private static boolean isMoved(Exchange exchange) {
        return exchange.response().status() == 308
                && exchange.response().headers().firstValue("Location").isPresent();
    }

    private List<String> ofUnknownMethod(PathItem item, Exchange exchange) {
        var request = exchange.request();
        var response = exchange.response();
        if (request.method().equals("OPTIONS") && response.isSuccess()) {
            return response.body().isEmpty()
                    ? List.of()
                    : List.of("the answer to OPTIONS has a body, and none is documented");
        }
        if (response.status() != 405) {
            return List.of("the method is not documented, so the status must be 405");
        }
        var violations = new ArrayList<>(ofProblem(exchange));
        violations.addAll(ofAllow(item, exchange));
        return violations;
    }

    private static List<String> ofAllow(PathItem item, Exchange exchange) {
        var allowed =
                exchange.response().headers().allValues("Allow").stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(method -> method.strip().toUpperCase(Locale.ROOT))
                        .filter(method -> !IMPLIED_METHODS.contains(method))
                        .collect(Collectors.toCollection(TreeSet::new));
        return allowed.equals(item.methods())
                ? List.of()
                : List.of("header Allow names %s, not %s".formatted(allowed, item.methods()));
    }

    private List<String> ofProblem(Exchange exchange) {
        return responses.violations(PROBLEM, exchange, whole);
    }

    private static JsonNode problem() {
        var problem = JsonNodeFactory.instance.objectNode();
        problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return problem;
    }
}
