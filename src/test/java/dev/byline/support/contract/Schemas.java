package dev.byline.support.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The schemas of a document, compiled as JSON Schema 2020-12 in the dialect of OpenAPI 3.1.
final class Schemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(
                    Dialects.getOpenApi31(),
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .pathType(PathType.JSON_POINTER)
                                            .locale(Locale.ENGLISH)
                                            .build()));

    private static final String WHOLE = "x-required-without-fields";

    private static final Set<String> CONSEQUENCES = Set.of("unevaluatedProperties");

    private final ClosedSchemas closed;
    private final ObjectNode components;
    /// By the very node of the document: to compare whole schemas takes longer than to apply them.
    private final Map<JsonNode, Schema> compiled =
            Collections.synchronizedMap(new IdentityHashMap<>());

    private Schemas(Document document) {
        closed = new ClosedSchemas(document);
        var schemas = JsonNodeFactory.instance.objectNode();
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schemas.set(schema.getKey(), closed.inside(schema.getValue())));
        components = schemas.objectNode();
        components.set("schemas", schemas);
    }

    /// For what `fields` may leave something out of.
    static Schemas ofSparse(Document document) {
        return new Schemas(document);
    }

    /// For what is whole: what is required there alone is required.
    static Schemas ofWhole(Document document) {
        var root = document.root().deepCopy();
        root.findParents(WHOLE).forEach(Schemas::require);
        return new Schemas(new Document(root));
    }

    private static void require(JsonNode schema) {
        ((ObjectNode) schema).withArray("required").addAll((ArrayNode) schema.get(WHOLE));
    }

    /// What a schema has against a value: a JSON pointer and a reason each.
    List<String> refusals(JsonNode schema, JsonNode value) {
        var errors = compiled.computeIfAbsent(schema, this::compile).validate(value);
        var causes = errors.stream().filter(error -> !isConsequence(error)).toList();
        return (causes.isEmpty() ? errors : causes).stream().map(Schemas::tell).distinct().toList();
    }

    /// Where no branch of a composition is met, none of its properties counts as described: noise
    /// around the reason.
    private static boolean isConsequence(Error error) {
        return CONSEQUENCES.contains(error.getMessageKey());
    }

    /// The components travel with each schema, so that `#/components/schemas/…` leads to them.
    private Schema compile(JsonNode schema) {
        var whole = closed.whole(schema);
        if (whole instanceof ObjectNode object) {
            object.set("components", components);
        }
        return REGISTRY.getSchema(whole);
    }

    private static String tell(Error error) {
        return "at \"%s\": %s".formatted(error.getInstanceLocation(), error.getMessage());
    }
}
