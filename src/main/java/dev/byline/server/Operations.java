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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the resources take, as their annotations say. Those are read when Byline is built: at the
/// start the JDK would write a class for each kind of annotation, a tenth of a second in all.
record Operations(List<Operation> all) {
    private static final String PARAMETER = "operations";

    /// Such as `GET /api/v1/articles/{article}`.
    ///
    /// @param consumes the media types that the method itself names
    record Operation(String method, String address, List<String> consumes) {
        static Operation parse(String text) {
            var parts = List.of(text.split(" "));
            return new Operation(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
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
                    .map(
                            verb ->
                                    verb
                                            + " "
                                            + Addresses.BASE
                                            + base
                                            + segment(method)
                                            + consumed(method))
                    .forEach(found::add);
        }

        private static String consumed(MethodInfo method) {
            var consumes = method.annotation(Consumes.class);
            return consumes == null
                    ? ""
                    : consumes.value().asArray().stream()
                            .map(type -> " " + type.asString())
                            .collect(Collectors.joining());
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
