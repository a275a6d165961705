package dev.byline.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// The objects in requests are closed, since an unknown property is refused. Those in answers stay
/// open, so that they can have more one day; a thing that is in both is told twice, once as
/// `…Input`. And no text holds U+0000.
final class InputSchemas {
    private static final String STORABLE = "^[^\\u0000]*$";

    private final ComponentSchemas schemas;
    private Set<String> answered;
    private final Set<String> closed = new HashSet<>();

    InputSchemas(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void close(OpenAPI document) {
        answered = schemas.within(SchemaTree.operations(document).flatMap(SchemaTree::answered));
        SchemaTree.operations(document).forEach(this::close);
    }

    private void close(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setSchema(within(type.getSchema())));
        }
    }

    /// A copy: what a thing is made of may also be part of an answer.
    private Schema within(Schema place) {
        var copy = ComponentSchemas.copy(place);
        if (place.getRef() != null) {
            return copy.ref(
                    ComponentSchemas.reference(closed(ComponentSchemas.name(place))).getRef());
        }
        if (place.getItems() != null) {
            copy.setItems(within(place.getItems()));
        }
        return isFreeText(place) ? copy.pattern(STORABLE) : copy;
    }

    private static boolean isFreeText(Schema schema) {
        return schema.getType().contains(SchemaType.STRING)
                && schema.getPattern() == null
                && schema.getFormat() == null
                && schema.getEnumeration() == null;
    }

    private String closed(String name) {
        var open = schemas.named(name);
        if (open.getProperties() == null) {
            return name;
        }
        var own = answered.contains(name) ? name + "Input" : name;
        if (closed.add(own)) {
            var copy = ComponentSchemas.copy(open);
            copy.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            var properties = new LinkedHashMap<String, Schema>();
            open.getProperties()
                    .forEach((property, schema) -> properties.put(property, within(schema)));
            copy.setProperties(properties);
            schemas.add(own, copy);
        }
        return own;
    }
}
