package dev.byline.story;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// How a patch of a story is applied.
public record PatchParameters(
        @Parameter(
                        description =
                                "Merge it with what was saved since the version that `If-Match` names, which it needs:"
                                        + " changes of other fields, of other paragraphs of the body, and of authors and tags by"
                                        + " what was put in and taken out. What both changed is `edit-conflict`, and nothing"
                                        + " happens.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                @RestQuery
                String merge) {

    boolean isMerging() {
        return is("merge", merge);
    }

    private static boolean is(String name, String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw INVALID_PARAMETER.because(name + " must be true or false.");
        }
        return "true".equals(value);
    }
}
