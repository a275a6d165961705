package dev.byline.article;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What of an article is shown.
record ArticleReading(
        @Parameter(
                        description = "Show these properties alone.",
                        example = "title,slug",
                        schema = @Schema(type = SchemaType.STRING))
                @RestQuery
                String fields,
        @Parameter(
                        description =
                                "Show these as well: `authors` and `tags` whole instead of as references, and of one"
                                        + " article `previous`, `next` and `related`.",
                        example = "authors,tags")
                @RestQuery
                String include) {}
