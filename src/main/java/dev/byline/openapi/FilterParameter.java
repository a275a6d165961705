package dev.byline.openapi;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterType;
import dev.byline.identity.Audience;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// The parameter `filter`: the language, and the fields of this list with their types and with
/// who may ask for them, as text and as an extension for programs. The class that declares them
/// stands in that extension before.
final class FilterParameter {
    private static final String LANGUAGE =
            """
            Which items, in RSQL: comparisons such as `%s`, with `;` for and, `,` for or. Operators are `==` `!=` `=lt=` `=le=` \
            `=gt=` `=ge=` `=in=` `=out=` `=null=`. At most %,d characters. [How to write a filter](/docs/filter) has the rest, \
            and [the types](/docs/filter#%s) of the fields. %sFields: %s.
            """;

    private FilterParameter() {}

    /// @param operation the id of the operation
    static void describe(String operation, Parameter parameter) {
        var fields = declared(parameter);
        var note = parameter.getDescription() == null ? "" : parameter.getDescription() + " ";
        parameter.setDescription(
                LANGUAGE.strip()
                        .formatted(
                                parameter.getExample(),
                                FilterFields.MOST_CHARACTERS,
                                operation,
                                note,
                                listed(fields)));
        parameter.getSchema().setMaxLength(FilterFields.MOST_CHARACTERS);
        parameter.addExtension(
                FilterFields.EXTENSION, fields.stream().map(FilterParameter::shown).toList());
    }

    /// By who may ask for them: everybody's first.
    private static String listed(List<FilterField> fields) {
        return Arrays.stream(Audience.values())
                .map(audience -> listed(fields, audience))
                .filter(names -> !names.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String listed(List<FilterField> fields, Audience audience) {
        var names =
                fields.stream()
                        .filter(field -> field.audience() == audience)
                        .map(field -> "`%s`".formatted(field.name()))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() || audience.isEverybody()
                ? names
                : "for %s: %s".formatted(audience.people(), names);
    }

    private static Map<String, Object> shown(FilterField field) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", field.name());
        shown.put("type", field.type().text());
        shown.put("nullable", field.takesNull());
        shown.put("parts", field.text().parts() != null);
        shown.put("for", field.audience().text());
        if (field.type() == FilterType.CHOICE) {
            shown.put("values", List.copyOf(field.choices().keySet()));
        }
        return shown;
    }

    private static List<FilterField> declared(Parameter parameter) {
        var name = parameter.getExtensions().get(FilterFields.EXTENSION).toString();
        try {
            return constructor(Class.forName(name)).newInstance().all();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("No fields to filter by are in " + name, missing);
        }
    }

    private static Constructor<? extends FilterFields> constructor(Class<?> type)
            throws NoSuchMethodException {
        var constructor = type.asSubclass(FilterFields.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor;
    }
}
