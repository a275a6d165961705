package dev.byline.openapi;

import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.filter.FilterType;
import java.lang.reflect.Constructor;
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
            Which items, in RSQL: comparisons such as `%s`. `;` or ` and ` is and, `,` or ` or ` is or and binds \
            less, brackets group, and `!(…)` holds where what is in the brackets does not. Operators are `==` `!=` `=lt=` \
            `=le=` `=gt=` `=ge=` (or `<` `<=` `>` `>=`), `=in=` and `=out=` with a list in brackets, and `=null=` with true \
            or false. What has no value differs from every value. Of related things one must match, and with `!=`, `=out=` \
            and `!(…)` none may; each comparison may be about another of them. A value with a reserved character \
            (`"'();,=<>!~` or a space) stands in quotes. `*` at the end of what `==` and `!=` compare with is any ending: \
            `part*`. Of the fields that say "by parts", `*part` asks for an ending and `*part*` for a part, of three \
            characters or more (two of Chinese, Japanese or Korean). With a `*`, case does not count; accents do. As a letter \
            it is `\\*`, in quotes. `==`, `!=`, `=in=` and `=out=` take former slugs for present ones. What is less, of titles and of \
            names of authors and tags, is as they are sorted, of other texts by code point. A day stands for its first \
            instant in UTC. At most %,d \
            characters, %d comparisons, %d deep, lists of %d. %s
            """;

    private FilterParameter() {}

    static void describe(Parameter parameter) {
        var fields = declared(parameter);
        var note = parameter.getDescription() == null ? "" : parameter.getDescription() + " ";
        parameter.setDescription(
                LANGUAGE.strip()
                        .formatted(
                                parameter.getExample(),
                                FilterFields.MOST_CHARACTERS,
                                FilterFields.MOST_COMPARISONS,
                                FilterFields.DEEPEST,
                                FilterFields.MOST_VALUES,
                                note + "Fields: " + listed(fields) + "."));
        parameter.getSchema().setMaxLength(FilterFields.MOST_CHARACTERS);
        parameter.addExtension(
                FilterFields.EXTENSION, fields.stream().map(FilterParameter::shown).toList());
    }

    private static String listed(List<FilterField> fields) {
        return fields.stream().map(FilterParameter::sentence).collect(Collectors.joining(", "));
    }

    private static String sentence(FilterField field) {
        var audience = field.audience().isEverybody() ? "" : ", for " + field.audience().text();
        return "`%s` (%s%s%s%s)"
                .formatted(
                        field.name(),
                        field.type() == FilterType.CHOICE
                                ? String.join(" ", field.choices().keySet())
                                : field.type().text(),
                        field.takesNull() ? " or null" : "",
                        field.text().parts() == null ? "" : ", by parts",
                        audience);
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
