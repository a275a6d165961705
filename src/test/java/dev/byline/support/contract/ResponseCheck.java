package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.support.contract.Exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether a response is one of those that its operation documents.
record ResponseCheck(Document document) {

    List<String> violations(Operation operation, Exchange exchange, Schemas schemas) {
        var status = exchange.response().status();
        return operation
                .response(status)
                .map(documented -> violations(documented, exchange, schemas))
                .orElseGet(() -> List.of("status %d is not documented".formatted(status)));
    }

    List<String> violations(JsonNode documented, Exchange exchange, Schemas schemas) {
        var violations = new ArrayList<>(ofHeaders(documented, exchange.response(), schemas));
        violations.addAll(ofBody(documented.path("content"), exchange, schemas));
        return violations;
    }

    private List<String> ofHeaders(JsonNode documented, Response response, Schemas schemas) {
        return documented
                .path("headers")
                .propertyStream()
                .flatMap(
                        header ->
                                ofHeader(
                                        header.getKey(),
                                        document.follow(header.getValue()),
                                        response,
                                        schemas))
                .toList();
    }

    private Stream<String> ofHeader(
            String name, JsonNode documented, Response response, Schemas schemas) {
        var values = response.headers().allValues(name);
        if (values.isEmpty()) {
            return documented.path("required").asBoolean()
                    ? Stream.of("header %s is missing".formatted(name))
                    : Stream.empty();
        }
        var schema = documented.path("schema");
        var text = new WireText(document);
        return values.stream()
                .flatMap(value -> schemas.refusals(schema, text.read(value, schema)).stream())
                .map(refusal -> "header %s %s".formatted(name, refusal));
    }

    private List<String> ofBody(JsonNode content, Exchange exchange, Schemas schemas) {
        var response = exchange.response();
        if (exchange.request().method().equals("HEAD") || content.isEmpty()) {
            return response.body().isEmpty()
                    ? List.of()
                    : List.of("there is a body, and none is documented");
        }
        return Bodies.violations(content, response.mediaType(), response.body(), schemas);
    }
}
