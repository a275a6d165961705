package dev.byline.support.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.support.contract.Exchange.Request;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether a request that was granted is one that the document allows: if not, either the server
/// takes too much or the document promises too little.
record RequestCheck(Document document, Schemas schemas) {

    List<String> violations(Operation operation, Request request) {
        var violations = new ArrayList<String>();
        violations.addAll(ofParameters(operation, "query", request.parameters().decoded()));
        violations.addAll(undocumentedQuery(operation, request));
        violations.addAll(ofParameters(operation, "path", variables(operation, request)));
        violations.addAll(ofParameters(operation, "header", headers(operation, request)));
        violations.addAll(ofBody(operation, request));
        if (operation.demandsCredentials()
                && request.headers().firstValue("Authorization").isEmpty()) {
            violations.add("credentials are documented as required and were not sent");
        }
        return violations.stream().map("request: "::concat).toList();
    }

    private List<String> ofParameters(
            Operation operation, String place, Map<String, List<String>> sent) {
        return operation
                .parametersIn(place)
                .flatMap(parameter -> ofParameter(parameter, sent.get(parameter.name())))
                .toList();
    }

    private Stream<String> ofParameter(Operation.Parameter parameter, List<String> texts) {
        var name = "%s parameter %s".formatted(parameter.in(), parameter.name());
        if (texts == null) {
            return parameter.required() ? Stream.of(name + " is missing") : Stream.empty();
        }
        return new WireText(document)
                .readAll(texts, parameter)
                .flatMap(value -> schemas.refusals(parameter.schema(), value).stream())
                .map(refusal -> name + " " + refusal);
    }

    private static List<String> undocumentedQuery(Operation operation, Request request) {
        var documented =
                operation
                        .parametersIn("query")
                        .map(Operation.Parameter::name)
                        .collect(Collectors.toSet());
        return request.parameters().decoded().keySet().stream()
                .filter(name -> !documented.contains(name))
                .map("query parameter %s is not documented"::formatted)
                .toList();
    }

    private static Map<String, List<String>> variables(Operation operation, Request request) {
        return operation.template().variables(request.path()).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                variable -> List.of(decode(variable.getValue()))));
    }

    /// In a path a plus sign is itself, where the decoder of forms would make a space of it.
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    }

    private static Map<String, List<String>> headers(Operation operation, Request request) {
        return operation
                .parametersIn("header")
                .filter(header -> request.headers().firstValue(header.name()).isPresent())
                .collect(
                        Collectors.toMap(
                                Operation.Parameter::name,
                                header -> request.headers().allValues(header.name())));
    }

    private List<String> ofBody(Operation operation, Request request) {
        return operation
                .requestBody()
                .map(documented -> ofBody(documented, request))
                .orElseGet(
                        () ->
                                request.body().isEmpty()
                                        ? List.of()
                                        : List.of("there is a body, and none is documented"));
    }

    private List<String> ofBody(JsonNode documented, Request request) {
        if (request.body().isEmpty() && !documented.path("required").asBoolean()) {
            return List.of();
        }
        var type = MediaTypes.bare(request.headers());
        return Bodies.violations(documented.path("content"), type, request.body(), schemas);
    }
}
