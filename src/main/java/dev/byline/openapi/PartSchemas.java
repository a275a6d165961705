package dev.byline.openapi;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The answers to `fields`: a thing of which nothing is required, named `…Part`, beside the
/// whole thing.
final class PartSchemas {
    private final ComponentSchemas schemas;

    PartSchemas(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation) {
        if (!CommonParameters.has(operation, "fields")) {
            return;
        }
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(type -> type.setSchema(sparse(type.getSchema())));
    }

    private Schema sparse(Schema reference) {
        var answer = schemas.follow(reference);
        var data = ComponentSchemas.properties(answer).get("data");
        if (data == null) {
            return orPart(reference);
        }
        if (data.getItems().getRef() != null) {
            data.setItems(orPart(data.getItems()));
        }
        return reference;
    }

    private Schema orPart(Schema reference) {
        var name = ComponentSchemas.name(reference) + "Part";
        if (!schemas.has(name)) {
            var part = ComponentSchemas.copy(schemas.follow(reference));
            part.setRequired(null);
            part.setDescription("What `fields` asks for. " + part.getDescription());
            schemas.add(name, part);
        }
        return ComponentSchemas.anyOf(reference, ComponentSchemas.reference(name));
    }

    /// The whole thing that a list or a single answer shows.
    static Schema whole(ComponentSchemas schemas, Schema answer) {
        var found = schemas.present(answer);
        var data = ComponentSchemas.properties(found).get("data");
        return data == null ? found : schemas.present(data.getItems());
    }
}
