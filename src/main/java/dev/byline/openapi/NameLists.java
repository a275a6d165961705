package dev.byline.openapi;

import dev.byline.list.FieldNames;
import dev.byline.property.Properties;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;

/// Parameters that name some of what there is, with commas between: `fields`, `include`, `sort`,
/// `facets`. The view that is answered has the names, and an
/// annotation those that are no property of it, or none alone: as an enumeration, those of `fields`
/// as [FieldNames]. A
/// default of several names, and that none may stand twice, is told in words:
/// clients that are generated from either do not compile, or lose the order.
final class NameLists {
    private static final String SORTED =
            " Titles and names are in the order of the site's language (`BYLINE_LANGUAGE`; CLDR), and digits by the"
                    + " number they make.";

    private final ComponentSchemas schemas;
    private final ViewRecords views;

    NameLists(ComponentSchemas schemas, ViewRecords views) {
        this.schemas = schemas;
        this.views = views;
    }

    void fields(Operation operation, Parameter parameter) {
        var names = fieldNames(operation, parameter);
        var others =
                names.others().isEmpty()
                        ? ""
                        : "; for %s: %s".formatted(names.audience().people(), told(names.others()));
        parameter.setDescription(
                "Show these properties alone: %s%s.%s"
                        .formatted(told(names.everyones()), others, note(parameter)));
        parameter.setExample(String.join(",", names.everyones().subList(0, 2)));
        list(
                parameter,
                Stream.concat(names.everyones().stream(), names.others().stream()).toList());
    }

    /// Those of the annotation, or else those of the view that is answered.
    private FieldNames fieldNames(Operation operation, Parameter parameter) {
        return extension(parameter, FieldNames.EXTENSION)
                .map(FieldNames::of)
                .orElseGet(() -> ofView(operation, parameter));
    }

    private FieldNames ofView(Operation operation, Parameter parameter) {
        var all = properties(operation).orElseThrow().fieldNames();
        return extension(parameter, FieldNames.WITHOUT).map(all::without).orElse(all);
    }

    private static Optional<String> extension(Parameter parameter, String name) {
        var extensions = parameter.getExtensions();
        if (extensions == null || !extensions.containsKey(name)) {
            return Optional.empty();
        }
        var said = extensions.get(name).toString();
        parameter.removeExtension(name);
        return Optional.of(said);
    }

    private Optional<Properties<?>> properties(Operation operation) {
        var whole = SparseSchemas.whole(schemas, operation);
        return views.of(schemas.nameOf(whole)).map(Properties::of);
    }

    private static String note(Parameter parameter) {
        return parameter.getDescription() == null ? "" : " " + parameter.getDescription();
    }

    /// Those of the view that is answered, and then those of the annotation.
    void sort(Operation operation, Parameter parameter) {
        var keys =
                Stream.concat(
                                properties(operation).stream()
                                        .flatMap(properties -> properties.sorted().stream()),
                                named(parameter).stream())
                        .distinct()
                        .toList();
        var note = note(parameter);
        if (keys.contains("title") || keys.contains("name") && keys.contains("slug")) {
            note += SORTED;
        }
        var standard = parameter.getSchema().getDefaultValue();
        parameter.setDescription(
                "By what the list is sorted: %s, with a hyphen ahead for the reverse, none twice; by `%s` where left out.%s"
                        .formatted(told(keys), standard, note));
        parameter.setExample(standard);
        list(parameter, keys.stream().flatMap(key -> Stream.of(key, "-" + key)).toList());
    }

    void any(Parameter parameter) {
        list(parameter, named(parameter));
    }

    private static List<String> named(Parameter parameter) {
        var names = parameter.getSchema().getEnumeration();
        return names == null ? List.of() : names.stream().map(String::valueOf).toList();
    }

    private static void list(Parameter parameter, List<String> names) {
        var example = parameter.getExample();
        parameter.setExample(
                example == null
                        ? List.of(names.getFirst())
                        : List.of(example.toString().split(",")));
        var name =
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .enumeration(List.copyOf(names))
                        .addExtension(
                                "x-enum-varnames",
                                names.stream().map(NameLists::constant).toList());
        parameter
                .schema(OASFactory.createSchema().addType(SchemaType.ARRAY).items(name).minItems(1))
                .style(Style.FORM)
                .explode(false);
    }

    /// `-publishedAt` is `PUBLISHED_AT_DESC`: no generated constant may be called `-slug`, and none
    /// in Kotlin `name`.
    private static String constant(String name) {
        var words = name.replaceFirst("^-", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return words.toUpperCase(Locale.ROOT) + (name.startsWith("-") ? "_DESC" : "");
    }

    private static String told(List<String> names) {
        return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
