package dev.byline.openapi;

import dev.byline.http.MediaTypes;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// The page that a list answers with: `…List`, of what the operation says that it lists. A list
/// that tells more than its items and its page says that itself, by a record.
final class ListSchemas {
    private static final String DATA = "data";
    private static final String PAGE = "page";

    private final ComponentSchemas schemas;

    ListSchemas(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation) {
        if (!CommonParameters.has(operation, "after")) {
            return;
        }
        var answer = operation.getResponses().getAPIResponse("200");
        var json = answer.getContent().getMediaType(MediaTypes.JSON);
        var item = json.getSchema();
        if (!ComponentSchemas.properties(schemas.follow(item)).containsKey(DATA)) {
            json.setSchema(pageOf(item, answer.getDescription()));
        }
    }

    private Schema pageOf(Schema item, String description) {
        var name = ComponentSchemas.name(item) + "List";
        if (!schemas.has(name)) {
            schemas.add(
                    name,
                    OASFactory.createSchema()
                            .addType(SchemaType.OBJECT)
                            .description(description)
                            .required(List.of(DATA, PAGE))
                            .addProperty(
                                    DATA,
                                    OASFactory.createSchema().addType(SchemaType.ARRAY).items(item))
                            .addProperty(PAGE, ComponentSchemas.reference("PageInfo")));
        }
        return ComponentSchemas.reference(name);
    }
}
