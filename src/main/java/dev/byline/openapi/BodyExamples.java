package dev.byline.openapi;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// An example of each body that an operation takes: its own, or one put together from those of
/// its properties.
final class BodyExamples {
    private final ComponentSchemas schemas;

    BodyExamples(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().values().forEach(this::add);
        }
    }

    private void add(MediaType type) {
        if (type.getExample() == null) {
            var schema = schemas.follow(type.getSchema());
            type.setExample(own(schema).orElseGet(() -> together(schema)));
        }
    }

    private Object together(Schema schema) {
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
        return example;
    }

    private static Optional<Object> own(Schema schema) {
        return Optional.ofNullable(schema.getExamples())
                .filter(examples -> !examples.isEmpty())
                .map(examples -> examples.getFirst());
    }

    private Optional<Object> any(Schema property) {
        return Optional.ofNullable(schemas.present(property).getEnumeration())
                .map(values -> values.getFirst());
    }
}
