package dev.byline.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.byline.property.Property;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// What records tell of schemas that the scanner does not read: their properties in order, those
/// of what is shown as their own (`@JsonUnwrapped`) in its place; and what is always there of a
/// thing that is answered. That is all that is for everyone, but what is left out where it is null
/// or where nobody asked for it. Of what is in a request the constraints tell.
final class RecordSchemas {
    private final ComponentSchemas schemas;
    private final ViewRecords views;

    RecordSchemas(ComponentSchemas schemas, ViewRecords views) {
        this.schemas = schemas;
        this.views = views;
    }

    void complete(OpenAPI document) {
        var asked = schemas.within(SchemaTree.operations(document).flatMap(SchemaTree::asked));
        document.getComponents()
                .getSchemas()
                .forEach(
                        (name, schema) ->
                                views.of(name)
                                        .ifPresent(
                                                view ->
                                                        complete(
                                                                schema,
                                                                view,
                                                                !asked.contains(name))));
    }

    private static void complete(Schema schema, Class<?> view, boolean isAnswered) {
        var properties = new LinkedHashMap<String, Schema>();
        names(view, _ -> true)
                .forEach(
                        name ->
                                properties.put(
                                        name, ComponentSchemas.properties(schema).get(name)));
        schema.setProperties(properties);
        if (isAnswered) {
            var always = names(view, always(view)).toList();
            schema.setRequired(always.isEmpty() ? null : always);
        }
    }

    private static Stream<String> names(Class<?> view, Predicate<RecordComponent> which) {
        return Arrays.stream(view.getRecordComponents())
                .filter(which)
                .flatMap(
                        component ->
                                component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                        ? names(component.getType(), which)
                                        : Stream.of(component.getName()));
    }

    /// A class that says so is shown whole, whatever others show of a part of it.
    private static Predicate<RecordComponent> always(Class<?> view) {
        return is(view, JsonInclude.Include.ALWAYS)
                ? component -> !isLeftOut(component.getAccessor())
                : RecordSchemas::isAlways;
    }

    private static boolean isAlways(RecordComponent component) {
        var property = component.getAnnotation(Property.class);
        return (property == null || property.audience().isEverybody() && !property.onRequest())
                && !isLeftOut(component.getAccessor())
                && !isLeftOut(component.getDeclaringRecord());
    }

    /// Where it is null.
    private static boolean isLeftOut(AnnotatedElement element) {
        return is(element, JsonInclude.Include.NON_NULL);
    }

    private static boolean is(AnnotatedElement element, JsonInclude.Include which) {
        var include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == which;
    }
}
