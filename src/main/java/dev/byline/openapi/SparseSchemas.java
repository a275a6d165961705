package dev.byline.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// What `fields` may leave out: of a thing that can be asked for in parts no property is in every
/// answer. Which are there where nobody asks for parts, an extension says.
final class SparseSchemas {
    private static final String EXTENSION = "x-required-without-fields";

    private static final String RULE =
            " `fields` leaves out what it does not name; without it, the properties that `"
                    + EXTENSION
                    + "` lists are always there.";

    private final ComponentSchemas schemas;

    SparseSchemas(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation) {
        if (CommonParameters.has(operation, "fields")) {
            loosen(whole(schemas, operation));
        }
    }

    private static void loosen(Schema whole) {
        if (whole.getRequired() != null) {
            whole.addExtension(EXTENSION, List.copyOf(whole.getRequired()));
            whole.setRequired(null);
            whole.setDescription(whole.getDescription() + RULE);
        }
    }

    /// The thing that an operation shows, one or a list of it.
    static Schema whole(ComponentSchemas schemas, Operation operation) {
        var answer =
                ComponentSchemas.ofContent(
                                operation.getResponses().getAPIResponse("200").getContent())
                        .findFirst()
                        .map(schemas::follow)
                        .orElseThrow();
        var data = ComponentSchemas.properties(answer).get("data");
        return data == null ? answer : schemas.follow(data.getItems());
    }
}
