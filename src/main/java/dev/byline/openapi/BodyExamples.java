package dev.byline.openapi;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// An example of each body that an operation takes: its own, or one put together from those of
/// its properties. What is to be made leaves out what only one thing can have, so that the example
/// can be sent again, and where its like is there already.
final class BodyExamples {
    private static final Set<String> UNIQUE = Set.of("id", "slug");

    private final ComponentSchemas schemas;

    BodyExamples(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void add(HttpMethod method, Operation operation) {
        if (operation.getRequestBody() != null) {
            var left = method == HttpMethod.POST ? UNIQUE : Set.<String>of();
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> add(type, left));
        }
    }

    private void add(MediaType type, Set<String> left) {
        if (type.getExample() == null) {
            var schema = schemas.follow(type.getSchema());
            type.setExample(own(schema).orElseGet(() -> together(schema, left)));
        }
    }

    private Object together(Schema schema, Set<String> left) {
        var example = new LinkedHashMap<String, Object>();
        ComponentSchemas.properties(schema)
                .forEach(
                        (name, property) ->
                                own(property)
                                        .or(
                                                () ->
                                                        ComponentSchemas.required(schema)
                                                                        .contains(name)
                                                                ? any(property)
                                                                : Optional.empty())
                                        .ifPresent(value -> example.put(name, value)));
        example.keySet().removeAll(left);
        return example;
    }

    private static Optional<Object> own(Schema schema) {
        return Optional.ofNullable(schema.getExamples())
                .filter(examples -> !examples.isEmpty())
                .map(examples -> examples.getFirst());
    }

    private Optional<Object> any(Schema property) {
        return Optional.ofNullable(schemas.follow(property).getEnumeration())
                .map(values -> values.getFirst());
    }
}
