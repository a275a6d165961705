package dev.byline.openapi;

import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// The bodies of JSON Merge Patch (RFC 7396): those of the whole thing, with nothing required
/// and null for what may be removed. An operation names the whole, and gets the patch.
final class PatchSchemas {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String WHERE_NONE_IS =
            "Where there is none yet, a whole one is needed (else `missing`).";

    private final ComponentSchemas schemas;

    PatchSchemas(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void describe(Operation operation) {
        var body = operation.getRequestBody();
        if (body == null || !body.getContent().hasMediaType(MERGE_PATCH)) {
            return;
        }
        body.getContent()
                .getMediaTypes()
                .values()
                .forEach(
                        type ->
                                type.setSchema(
                                        ComponentSchemas.reference(
                                                patchOf(ComponentSchemas.name(type.getSchema())))));
    }

    /// A `…Change` is nothing else than what a patch changes, and gives way to it.
    private String patchOf(String whole) {
        var name = whole.replaceFirst("(Input|Change)$", "") + "Patch";
        if (!schemas.has(name)) {
            schemas.add(name, patch(schemas.follow(ComponentSchemas.reference(whole))));
        }
        if (whole.endsWith("Change")) {
            schemas.remove(whole);
        }
        return name;
    }

    private Schema patch(Schema whole) {
        var properties = new LinkedHashMap<String, Schema>();
        ComponentSchemas.properties(whole)
                .forEach(
                        (name, property) ->
                                properties.put(
                                        name,
                                        ComponentSchemas.required(whole).contains(name)
                                                ? property
                                                : removable(property)));
        var patch = ComponentSchemas.copy(whole);
        patch.setRequired(null);
        patch.setExamples(null);
        patch.setProperties(properties);
        patch.setDescription("What a merge patch changes. " + whole.getDescription());
        return patch;
    }

    private Schema removable(Schema property) {
        if (property.getRef() != null) {
            return nested(property);
        }
        var copy = ComponentSchemas.copy(property);
        if (!copy.getType().contains(SchemaType.NULL)) {
            copy.addType(SchemaType.NULL);
        }
        return copy;
    }

    /// An object inside is itself patched, not replaced.
    private Schema nested(Schema reference) {
        if (ComponentSchemas.required(schemas.follow(reference)).isEmpty()) {
            return reference;
        }
        var patch = ComponentSchemas.reference(patchOf(ComponentSchemas.name(reference)));
        var said = reference.getDescription() == null ? "" : reference.getDescription() + " ";
        return patch.description(said + WHERE_NONE_IS);
    }
}
