package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One operation of the document, its references followed.
record Operation(
        Document document, String method, PathTemplate template, JsonNode item, JsonNode node) {

    /// The parameters of the path and of the operation; the operation's own win.
    Collection<Parameter> parameters() {
        var parameters = new LinkedHashMap<List<String>, Parameter>();
        for (var declaring : List.of(item, node)) {
            for (var declared : declaring.path("parameters")) {
                var parameter = new Parameter(document.follow(declared));
                parameters.put(List.of(parameter.in(), parameter.name()), parameter);
            }
        }
        return parameters.values();
    }

    Stream<Parameter> parametersIn(String place) {
        return parameters().stream().filter(parameter -> parameter.in().equals(place));
    }

    Optional<JsonNode> requestBody() {
        return Optional.ofNullable(node.get("requestBody")).map(document::follow);
    }

    /// An exact status wins over a range like `4XX`, and a range over `default`.
    Optional<JsonNode> response(int status) {
        var responses = node.path("responses");
        return Stream.of(String.valueOf(status), status / 100 + "XX", "default")
                .map(responses::get)
                .filter(response -> response != null)
                .findFirst()
                .map(document::follow);
    }

    /// Whether the document lets no caller in without credentials.
    boolean demandsCredentials() {
        var security =
                node.has("security") ? node.get("security") : document.root().path("security");
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    record Parameter(JsonNode node) {

        String in() {
            return node.path("in").asText();
        }

        String name() {
            return node.path("name").asText();
        }

        boolean required() {
            return node.path("required").asBoolean();
        }

        JsonNode schema() {
            return node.has("schema") ? node.get("schema") : MissingNode.getInstance();
        }

        /// Whether each item of a list is a parameter of its own: the default of style `form`.
        boolean explode() {
            return node.path("explode").asBoolean(in().equals("query"));
        }
    }
}
