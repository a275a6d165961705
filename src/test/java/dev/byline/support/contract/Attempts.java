package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Requests made from the document alone: of each operation that takes a body the least, and all
/// that differ from it in one place. Of two operations that take the same, one will do.
public final class Attempts {
    private static final long SEED = 11;

    private final Document document;
    private final Schemas schemas;
    private final BodyVariations variations;

    public Attempts(JsonNode openapi) {
        document = new Document(openapi);
        schemas = Schemas.ofWhole(document);
        variations = new BodyVariations(document, new TextVariations(SEED));
    }

    /// A request, and what the document has against it: nothing, where it is allowed.
    public record Attempt(
            String operation,
            String method,
            List<String> path,
            String type,
            JsonNode schema,
            JsonNode body,
            List<String> refusals) {

        public boolean isAllowed() {
            return refusals.isEmpty();
        }
    }

    public Stream<Attempt> all() {
        var met = new HashSet<JsonNode>();
        return PathItem.all(document)
                .flatMap(PathItem::operations)
                .filter(operation -> operation.requestBody().isPresent())
                .filter(operation -> met.add(schema(operation)))
                .flatMap(this::of);
    }

    private static JsonNode schema(Operation operation) {
        return content(operation).getValue().path("schema");
    }

    private static Map.Entry<String, JsonNode> content(Operation operation) {
        return operation.requestBody().orElseThrow().path("content").properties().iterator().next();
    }

    private Stream<Attempt> of(Operation operation) {
        var schema = schema(operation);
        return variations.all(schema).stream()
                .map(
                        body ->
                                new Attempt(
                                        operation.node().path("operationId").asText(),
                                        operation.method(),
                                        operation.template().segments(),
                                        content(operation).getKey(),
                                        schema,
                                        body,
                                        schemas.refusals(schema, body)));
    }

    /// Whether the document says, of a place in the body or of what it is in, that a value there
    /// may be refused with this code.
    public boolean explains(Attempt attempt, String pointer, String code) {
        var place = attempt.schema();
        var told = new StringBuilder();
        for (var step : pointer.split("/")) {
            if (!step.isEmpty()) {
                place = part(document.follow(place), step);
            }
            told.append(place.path("description").asText());
            told.append(document.follow(place).path("description").asText());
        }
        return told.toString().contains("`" + code + "`");
    }

    private static JsonNode part(JsonNode whole, String step) {
        return whole.has("properties") ? whole.path("properties").path(step) : whole.path("items");
    }
}
