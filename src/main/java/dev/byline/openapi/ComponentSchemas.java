package dev.byline.openapi;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// The named schemas of the document, and what is derived from them under other names.
final class ComponentSchemas {
    private static final String PREFIX = "#/components/schemas/";

    private static final List<Object> SCANNERS_EXAMPLE = List.of("2022-03-10T16:15:50Z");

    private final Components components;

    ComponentSchemas(Components components) {
        this.components = components;
    }

    /// Beside a reference, a `type` says nothing that the reference does not say; and where null
    /// is allowed as well, it forbids it. The scanner's example of an instant is none of ours.
    void repair() {
        components.getSchemas().values().stream()
                .flatMap(schema -> properties(schema).values().stream())
                .filter(property -> property.getRef() != null || property.getAnyOf() != null)
                .forEach(
                        property -> {
                            property.setType(null);
                            if (SCANNERS_EXAMPLE.equals(property.getExamples())) {
                                property.setExamples(null);
                            }
                        });
    }

    void remove(String name) {
        components.removeSchema(name);
    }

    /// The schema that a reference names, or the schema itself.
    Schema follow(Schema schema) {
        return schema.getRef() == null ? schema : named(name(schema));
    }

    Schema named(String name) {
        return components.getSchemas().get(name);
    }

    /// The names of those that schemas refer to, and of those within them.
    Set<String> within(Stream<Schema> begin) {
        var names = new HashSet<String>();
        var found = new ArrayDeque<>(begin.toList());
        while (!found.isEmpty()) {
            var schema = found.remove();
            if (schema.getRef() != null && names.add(name(schema))) {
                SchemaTree.of(follow(schema)).forEach(found::add);
            }
        }
        return names;
    }

    /// By which a schema is referred to.
    String nameOf(Schema schema) {
        return components.getSchemas().entrySet().stream()
                .filter(entry -> entry.getValue() == schema)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    static List<String> required(Schema schema) {
        return schema.getRequired() == null ? List.of() : schema.getRequired();
    }

    static String name(Schema reference) {
        return reference.getRef().substring(PREFIX.length());
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }

    /// A copy whose keywords can be set anew without touching those of the original.
    static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        copy.setAll(new LinkedHashMap<>(schema.getAll()));
        return copy;
    }

    void add(String name, Schema schema) {
        components.addSchema(name, schema);
    }

    boolean has(String name) {
        return components.getSchemas().containsKey(name);
    }

    static Stream<Schema> ofContent(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream().map(type -> type.getSchema());
    }
}
