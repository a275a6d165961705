package dev.byline.openapi;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The schemas of a document, wherever they stand. A reference is one; what it leads to stands
/// elsewhere.
final class SchemaTree {
    private SchemaTree() {}

    static Stream<Schema> of(OpenAPI document) {
        return Stream.concat(
                document.getComponents().getSchemas().values().stream().flatMap(SchemaTree::of),
                operations(document)
                        .flatMap(
                                operation -> Stream.concat(asked(operation), answered(operation))));
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    /// Of the body that an operation takes, with all within.
    static Stream<Schema> asked(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : ComponentSchemas.ofContent(operation.getRequestBody().getContent())
                        .flatMap(SchemaTree::of);
    }

    /// Of the bodies that an operation answers with, with all within.
    static Stream<Schema> answered(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> ComponentSchemas.ofContent(response.getContent()))
                .flatMap(SchemaTree::of);
    }

    /// A schema, and all within.
    static Stream<Schema> of(Schema schema) {
        return Stream.concat(
                Stream.of(schema),
                Stream.of(
                                ComponentSchemas.properties(schema).values().stream(),
                                Stream.of(
                                        schema.getItems(), schema.getAdditionalPropertiesSchema()),
                                all(schema.getAllOf()),
                                all(schema.getAnyOf()),
                                all(schema.getOneOf()))
                        .flatMap(Function.identity())
                        .filter(Objects::nonNull)
                        .flatMap(SchemaTree::of));
    }

    private static Stream<Schema> all(Collection<Schema> schemas) {
        return schemas == null ? Stream.of() : schemas.stream();
    }
}
