package dev.byline.openapi;

import dev.byline.input.PassParameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private record Common(String description, String example) {}

    private static final Map<String, Common> COMMON =
            Map.of(
                    "If-None-Match",
                    new Common("With `*` it is made only where there is none yet, else 412.", "*"),
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
    private final NameLists lists;

    CommonParameters(ComponentSchemas schemas, ViewRecords views) {
        this.schemas = schemas;
        lists = new NameLists(schemas, views);
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
            if (DocumentFilter.isOpenToAll(operation)) {
                operation.addParameter(pass());
            }
        }
        all(operation).forEach(parameter -> describe(method, operation, parameter));
    }

    private void describe(HttpMethod method, Operation operation, Parameter parameter) {
        var name = parameter.getName();
        switch (name) {
            case "If-Match" -> condition(method, operation, parameter);
            case "fields" -> lists.fields(operation, parameter);
            case "sort" -> lists.sort(operation, parameter);
            case "include", "facets" -> lists.any(parameter);
            case "Idempotency-Key" -> key(parameter);
            case "filter" -> FilterParameter.describe(operation.getOperationId(), parameter);
            default -> common(parameter, COMMON.getOrDefault(name, reference(name)));
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

    /// Of a parameter that names a thing by what it is, such as `tag`: by its id or its slug.
    private Common reference(String name) {
        var view = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (!schemas.has(view)) {
            return null;
        }
        var written = schemas.has(view + "Input") ? view + "Input" : view;
        var slug = ComponentSchemas.properties(schemas.named(written)).get("slug");
        return slug == null
                ? null
                : new Common(
                        "The %s's id or slug.".formatted(name),
                        slug.getExamples().getFirst().toString());
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

    private static void key(Parameter parameter) {
        common(parameter, COMMON.get(parameter.getName()));
        parameter.getSchema().minLength(1).maxLength(200).pattern("^[!-~]*$");
    }

    private static Parameter validator() {
        return OASFactory.createParameter()
                .name("If-None-Match")
                .in(In.HEADER)
                .description("The `ETag` of what the client has: 304 where it is still the same.")
                .schema(SuccessHeaders.text().addExample("\"k2x9\""));
    }

    private static Parameter pass() {
        return OASFactory.createParameter()
                .name(PassParameter.NAME)
                .in(In.QUERY)
                .description(
                        "The secret of a preview link, which may also be the bearer token: what it shows stands in the"
                                + " place of what readers get. Answers are `private, no-store`.")
                .schema(
                        SuccessHeaders.text()
                                .pattern("^blp_[A-Za-z0-9]+$")
                                .addExample(
                                        "blp_0SomeSecretOfAPreviewLinkThatOpensNothing0123456789"));
    }

    /// Of a `PUT` that can make what is not there, a condition is asked only where something is.
    private static void condition(HttpMethod method, Operation operation, Parameter parameter) {
        var isRequired = isDemanded(method) && !has(operation, "If-None-Match");
        parameter.setRequired(isRequired ? true : null);
        parameter.setDescription(
                "The `ETag` of the version that the request is about, or `*` for whatever is there; 412 where it has"
                        + " changed since."
                        + (isRequired ? "" : optional(method)));
        parameter.setExample(isDemanded(method) ? "*" : "\"3.k2x9\"");
    }

    private static String optional(HttpMethod method) {
        return isDemanded(method)
                ? " Left out only where there is nothing yet; else 428."
                : " May be left out.";
    }
}
