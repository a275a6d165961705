package dev.byline.server;

import dev.byline.http.Addresses;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/// What the resources take, as their annotations say. Those are read when Byline is built: at the
/// start the JDK would write a class for each kind of annotation, a tenth of a second in all.
record Operations(List<Operation> all) {
    private static final String PARAMETER = "operations";

    /// Such as `GET /api/v1/articles/{article}`.
    record Operation(String method, String address) {
        static Operation parse(String text) {
            var space = text.indexOf(' ');
            return new Operation(text.substring(0, space), text.substring(space + 1));
        }
    }

    public static final class Reading implements BuildCompatibleExtension {
        private final List<String> found = new ArrayList<>();

        @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Path.class)
        public void read(ClassConfig resource) {
            var type = resource.info();
            if (type.hasAnnotation(Path.class)) {
                type.methods().forEach(method -> read(segment(type), method));
            }
        }

        private void read(String base, MethodInfo method) {
            method.annotations().stream()
                    .map(annotation -> annotation.declaration().annotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(verb -> verb.value().asString())
                    .map(verb -> verb + " " + Addresses.BASE + base + segment(method))
                    .forEach(found::add);
        }

        private static String segment(AnnotationTarget annotated) {
            AnnotationInfo path = annotated.annotation(Path.class);
            return path == null ? "" : "/" + path.value().asString().replaceAll("^/", "");
        }

        @Synthesis
        public void keep(SyntheticComponents beans) {
            beans.addBean(Operations.class)
                    .type(Operations.class)
                    .scope(Singleton.class)
                    .withParam(PARAMETER, found.toArray(String[]::new))
                    .createWith(Creator.class);
        }
    }

    public static final class Creator implements SyntheticBeanCreator<Operations> {
        @Override
        public Operations create(Instance<Object> beans, Parameters parameters) {
            var found = List.of(parameters.get(PARAMETER, String[].class));
            return new Operations(found.stream().map(Operation::parse).toList());
        }
    }
}
