package dev.byline.article;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;
import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.filter.FilterFields;
import dev.byline.http.Flag;
import dev.byline.identity.Caller;
import dev.byline.reading.ArticleFilter;
import dev.byline.reading.Narrowing;
import dev.byline.revision.Viewpoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which articles a command on many is for, and whether it is tried alone.
record BulkSelection(
        @Parameter(
                        description =
                                "Which articles. Those in the trash only where it names `status` or `trashedAt`.",
                        required = true,
                        example = "tags.slug==politics",
                        extensions =
                                @Extension(
                                        name = FilterFields.EXTENSION,
                                        value = "dev.byline.reading.ArticleFilterFields"))
                @RestQuery
                String filter,
        @Parameter(
                        description = "Whether to tell what would be done, and do nothing.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                @RestQuery
                String dryRun) {

    Narrowing which(Caller caller) {
        if (filter == null) {
            throw INVALID_PARAMETER.because("filter is missing: which articles?");
        }
        return new Narrowing(ArticleFilter.of(filter), Viewpoint.editor(ARTICLE), caller);
    }

    boolean isTrial() {
        return Flag.of("dryRun", dryRun);
    }
}
