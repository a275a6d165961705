package dev.byline.openapi;

import dev.byline.list.FieldNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;

/// Parameters that name some of what there is, with commas between: `fields`, `include`, `sort`,
/// `facets`. An annotation lists the names as an enumeration, those of `fields` as [FieldNames]. A
/// default of several names, and that none may stand twice, is told in words:
/// clients that are generated from either do not compile, or lose the order.
final class NameLists {
    private static final String SORTED =
            " Titles and names are in the order of the site's language (`BYLINE_LANGUAGE`; CLDR), and digits by the"
                    + " number they make.";

    private final ComponentSchemas schemas;

    NameLists(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    void fields(Operation operation, Parameter parameter) {
        var names = fieldNames(operation, parameter);
        var others =
                names.others().isEmpty()
                        ? ""
                        : "; for %s: %s".formatted(names.audience().text(), told(names.others()));
        parameter.setDescription(
                "Show these properties alone: %s%s.%s"
                        .formatted(told(names.everyones()), others, note(parameter)));
        parameter.setExample(String.join(",", names.everyones().subList(0, 2)));
        list(
                parameter,
                Stream.concat(names.everyones().stream(), names.others().stream()).toList());
    }

    /// Those of the annotation. Where it says of some alone whose they are, everybody's are the
    /// rest of the answer's properties.
    private FieldNames fieldNames(Operation operation, Parameter parameter) {
        var declared = parameter.getExtensions().get(FieldNames.EXTENSION).toString();
        parameter.removeExtension(FieldNames.EXTENSION);
        if (!declared.startsWith(";")) {
            return FieldNames.of(declared);
        }
        var whole = SparseSchemas.whole(schemas, operation);
        var properties = ComponentSchemas.properties(whole).keySet();
        var named = FieldNames.of(String.join(",", properties) + declared);
        var everyones = named.everyones().stream().filter(name -> !named.others().contains(name));
        return new FieldNames(everyones.toList(), named.audience(), named.others());
    }

    private static String note(Parameter parameter) {
        return parameter.getDescription() == null ? "" : " " + parameter.getDescription();
    }

    void sort(Parameter parameter) {
        var keys = named(parameter);
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
        return parameter.getSchema().getEnumeration().stream().map(String::valueOf).toList();
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
