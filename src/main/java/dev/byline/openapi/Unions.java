package dev.byline.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Says without `anyOf` what the annotations say with it: of a union, clients that are generated
/// from the document make types that read nothing.
///
/// A text or number that may be null is told so in its place. An object that may be null wherever
/// it stands is told so itself, and one that elsewhere may not gets a twin, `Nullable…`. One of
/// several objects is one that has the properties of all, and needs those that all of them need.
final class Unions {
    private final ComponentSchemas schemas;

    Unions(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void resolve(OpenAPI document) {
        var unions = SchemaTree.of(document).filter(schema -> schema.getAnyOf() != null).toList();
        var ofOne = unions.stream().filter(Unions::isOneOrNull).toList();
        var alternatives =
                ofOne.stream().map(union -> new Same(union.getAnyOf().getFirst())).toList();
        var neverNull =
                SchemaTree.of(document)
                        .filter(schema -> schema.getRef() != null)
                        .filter(reference -> !alternatives.contains(new Same(reference)))
                        .map(ComponentSchemas::name)
                        .collect(Collectors.toSet());
        ofOne.forEach(union -> nullable(union, neverNull));
        unions.stream().filter(union -> union.getAnyOf() != null).forEach(this::merge);
    }

    /// One that is equal to no other, however alike they are.
    private record Same(Schema schema) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.schema == schema;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(schema);
        }
    }

    private static boolean isOneOrNull(Schema union) {
        var alternatives = union.getAnyOf();
        return alternatives.size() == 2
                && alternatives.getFirst().getRef() != null
                && List.of(SchemaType.NULL).equals(alternatives.getLast().getType());
    }

    private void nullable(Schema place, Set<String> neverNull) {
        var reference = place.getAnyOf().getFirst();
        var target = schemas.follow(reference);
        place.setAnyOf(null);
        if (target.getProperties() == null) {
            inPlace(place, target);
            return;
        }
        var name = ComponentSchemas.name(reference);
        if (neverNull.contains(name)) {
            name = "Nullable" + name;
            if (!schemas.has(name)) {
                schemas.add(name, ComponentSchemas.copy(target));
            }
        }
        place.setType((List<SchemaType>) null);
        place.setRef(ComponentSchemas.reference(name).getRef());
        orNull(schemas.follow(place));
    }

    private static void inPlace(Schema place, Schema target) {
        var keywords = new LinkedHashMap<String, Object>(target.getAll());
        keywords.put("examples", place.getExamples());
        if (place.getDescription() != null) {
            keywords.put("description", place.getDescription());
        }
        place.setAll(keywords);
        orNull(place);
    }

    private static void orNull(Schema schema) {
        var types = new ArrayList<>(schema.getType());
        if (types.contains(SchemaType.NULL)) {
            return;
        }
        types.add(SchemaType.NULL);
        schema.setType(types);
        if (schema.getEnumeration() != null) {
            var values = new ArrayList<>(schema.getEnumeration());
            values.add(null);
            schema.setEnumeration(values);
        }
    }

    private void merge(Schema union) {
        var members = union.getAnyOf().stream().map(schemas::follow).toList();
        var properties = new LinkedHashMap<String, Schema>();
        var required = new ArrayList<>(ComponentSchemas.required(members.getFirst()));
        for (var member : members) {
            properties.putAll(ComponentSchemas.properties(member));
            required.retainAll(ComponentSchemas.required(member));
        }
        union.setAnyOf(null);
        union.setProperties(properties);
        union.setRequired(required);
    }
}
