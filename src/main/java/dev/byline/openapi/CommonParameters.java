package dev.byline.openapi;

import dev.byline.list.FieldNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/// The parameters that many operations have. What an operation says itself of one stays.
///
/// An `example` is what the Swagger UI fills in, so only what a first try needs has one; the
/// others have theirs in the schema, to be read.
final class CommonParameters {
    private static final String SOME_ID = "019329c4-8a00-7c3a-9d2e-5b7f1a2c3d4e";

    private static final String NAMES =
            " Titles and names are in the order of the site's language (`BYLINE_LANGUAGE`; CLDR), and digits by the"
                    + " number they make.";

    private record Common(String description, String example) {}

    private static final Map<String, Common> COMMON =
            Map.of(
                    "article",
                    new Common("The article's id or slug.", "a-night-at-the-council"),
                    "author",
                    new Common("The author's id or slug.", "dani-graham"),
                    "tag",
                    new Common("The tag's id or slug.", "politics"),
                    "If-None-Match",
                    new Common(
                            "With `*` the article is made only where there is none yet, else 412.",
                            "*"),
                    "Idempotency-Key",
                    new Common(
                            "1 to 200 visible ASCII characters of the client's choosing, such as a UUID. A retry"
                                    + " with the same key within a day is answered as the first try was, and does"
                                    + " nothing again; what was deleted since is told without its words, or as"
                                    + " `deleted`. The same key with another request is refused where it comes with"
                                    + " a token; readers' requests are told apart by key and content together.",
                            "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                    "after",
                    new Common("", "WyIyMDI2LTExLTI0VDA4OjAwOjAwWiJd"),
                    "before",
                    new Common("", "WyIyMDI2LTExLTI0VDA4OjAwOjAwWiJd"));

    private final ComponentSchemas schemas;

    CommonParameters(ComponentSchemas schemas) {
        this.schemas = schemas;
    }

    static boolean has(Operation operation, String name) {
        return all(operation).anyMatch(parameter -> name.equals(parameter.getName()));
    }

    static boolean isAtPath(Operation operation) {
        return all(operation).anyMatch(parameter -> parameter.getIn() == In.PATH);
    }

    private static Stream<Parameter> all(Operation operation) {
        return operation.getParameters() == null ? Stream.of() : operation.getParameters().stream();
    }

    void describe(HttpMethod method, Operation operation) {
        if (DocumentFilter.isReading(method)) {
            operation.addParameter(validator());
            operation.addParameter(
                    OASFactory.createParameter()
                            .name("If-Match")
                            .in(In.HEADER)
                            .schema(SuccessHeaders.text()));
        }
        all(operation).forEach(parameter -> describe(method, operation, parameter));
    }

    private void describe(HttpMethod method, Operation operation, Parameter parameter) {
        var name = parameter.getName();
        switch (name) {
            case "If-Match" -> condition(method, parameter);
            case "fields" -> fields(operation, parameter);
            case "sort" -> sort(parameter);
            case "filter" -> FilterParameter.describe(operation.getOperationId(), parameter);
            default -> common(parameter, COMMON.get(name));
        }
        if (parameter.getIn() != In.PATH
                && !Boolean.TRUE.equals(parameter.getRequired())
                && parameter.getExample() != null
                && !isAsked(method, name)) {
            illustrate(parameter.getSchema(), parameter.getExample());
            parameter.setExample(null);
        }
        if (isInteger(parameter.getSchema()) && parameter.getExample() instanceof String digits) {
            parameter.setExample(Integer.valueOf(digits));
        }
        if (parameter.getSchema().getEnumeration() != null) {
            illustrate(parameter.getSchema(), parameter.getSchema().getEnumeration().getFirst());
        }
    }

    private static boolean isInteger(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.INTEGER);
    }

    /// Whether a first try fails without it.
    private static boolean isAsked(HttpMethod method, String name) {
        return name.equals("If-Match") && isDemanded(method);
    }

    private static boolean isDemanded(HttpMethod method) {
        return method == HttpMethod.PUT || method == HttpMethod.DELETE;
    }

    private static void illustrate(Schema schema, Object example) {
        if (schema.getExamples() == null && schema.getDefaultValue() == null) {
            schema.setExamples(List.of(example));
        }
    }

    private static void common(Parameter parameter, Common common) {
        if (common != null) {
            fill(parameter, common);
        } else if (parameter.getExample() != null) {
            return;
        } else if (parameter.getIn() == In.PATH) {
            parameter.getSchema().format("uuid");
            illustrate(parameter.getSchema(), SOME_ID);
        } else if ("date-time".equals(parameter.getSchema().getFormat())) {
            illustrate(parameter.getSchema(), "2026-11-24T08:00:00Z");
        }
    }

    private static void fill(Parameter parameter, Common common) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(common.description());
        }
        if (parameter.getExample() == null) {
            parameter.setExample(common.example());
        }
    }

    private static Parameter validator() {
        return OASFactory.createParameter()
                .name("If-None-Match")
                .in(In.HEADER)
                .description("The `ETag` of what the client has: 304 where it is still the same.")
                .schema(SuccessHeaders.text().addExample("\"k2x9\""));
    }

    private static void condition(HttpMethod method, Parameter parameter) {
        parameter.setDescription(
                "The `ETag` of the version that the request is about, or `*` for whatever is there; 412 where it has"
                        + " changed since."
                        + (isDemanded(method) ? "" : " May be left out."));
        parameter.setExample(isDemanded(method) ? "*" : "\"3.k2x9\"");
    }

    private void fields(Operation operation, Parameter parameter) {
        var names = fieldNames(operation, parameter);
        var all = Stream.concat(names.everyones().stream(), names.others().stream()).toList();
        var others =
                names.others().isEmpty()
                        ? ""
                        : "; for %s: %s".formatted(names.audience().text(), listed(names.others()));
        var note = parameter.getDescription() == null ? "" : " " + parameter.getDescription();
        parameter.setDescription(
                "Show these properties alone: %s%s.%s"
                        .formatted(listed(names.everyones()), others, note));
        parameter.setExample(all.stream().limit(2).collect(Collectors.joining(",")));
        parameter.getSchema().setPattern(listOf(all, ""));
    }

    /// Those of the annotation. Where it says of some alone whose they are, everybody's are the
    /// rest of the answer's properties.
    private FieldNames fieldNames(Operation operation, Parameter parameter) {
        var declared = parameter.getExtensions().get(FieldNames.EXTENSION).toString();
        parameter.removeExtension(FieldNames.EXTENSION);
        if (!declared.startsWith(";")) {
            return FieldNames.of(declared);
        }
        var answer =
                ComponentSchemas.ofContent(
                                operation.getResponses().getAPIResponse("200").getContent())
                        .findFirst()
                        .orElseThrow();
        var properties = ComponentSchemas.properties(PartSchemas.whole(schemas, answer)).keySet();
        var named = FieldNames.of(String.join(",", properties) + declared);
        var everyones = named.everyones().stream().filter(name -> !named.others().contains(name));
        return new FieldNames(everyones.toList(), named.audience(), named.others());
    }

    /// An annotation lists the keys as an enumeration, and the standard order as the default.
    private static void sort(Parameter parameter) {
        var keys = parameter.getSchema().getEnumeration();
        if (keys == null) {
            return;
        }
        var names = keys.stream().map(String::valueOf).toList();
        parameter.getSchema().setEnumeration(null);
        parameter.getSchema().setPattern(listOf(names, "-?"));
        var note = parameter.getDescription() == null ? "" : " " + parameter.getDescription();
        if (names.contains("title") || names.contains("name") && names.contains("slug")) {
            note += NAMES;
        }
        parameter.setDescription(
                "By what the list is sorted: %s, with a hyphen ahead for the reverse.%s"
                        .formatted(listed(names), note));
    }

    private static String listed(List<String> names) {
        return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }

    private static String listOf(List<String> names, String ahead) {
        var one = "%s(%s)".formatted(ahead, String.join("|", names));
        return "^%s(,%s)*$".formatted(one, one);
    }
}
