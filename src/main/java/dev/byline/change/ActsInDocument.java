package dev.byline.change;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/// Says in the OpenAPI document which acts there are: in words, for a client that is generated from
/// an enumeration would refuse those that a later version adds.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ActsInDocument implements OASFilter {
    private final IndexView index;

    public ActsInDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var act = document.getComponents().getSchemas().get("Change").getProperties().get("act");
        act.setDescription("%s Acts: %s.".formatted(act.getDescription(), acts()));
    }

    private String acts() {
        return Stream.concat(known(Act.class), known(Acts.class))
                .flatMap(ActsInDocument::of)
                .map(act -> "`" + act.text() + "`")
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Stream<Class<?>> known(Class<?> type) {
        return index.getAllKnownImplementations(type).stream().map(ActsInDocument::load);
    }

    private static Class<?> load(ClassInfo found) {
        try {
            return Class.forName(found.name().toString());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Stream<Act> of(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(Act.class::cast);
        }
        return isMade(type) ? made(type).acts().stream() : Stream.of();
    }

    private static boolean isMade(Class<?> type) {
        return Acts.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    }

    private static Acts made(Class<?> type) {
        try {
            var constructor = type.asSubclass(Acts.class).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
