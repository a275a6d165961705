package dev.byline.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.IndexView;

/// The records of which schemas were made, by the names of these.
final class ViewRecords {
    private final Map<String, String> classes = new HashMap<>();

    ViewRecords(IndexView index) {
        for (var schema : index.getAnnotations(Schema.class)) {
            if (schema.target().kind() == Kind.CLASS && schema.value("name") != null) {
                var type = schema.target().asClass();
                if (type.isRecord()) {
                    classes.put(schema.value("name").asString(), type.name().toString());
                }
            }
        }
    }

    Optional<Class<?>> of(String schema) {
        return Optional.ofNullable(classes.get(schema)).map(ViewRecords::load);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
