package dev.byline.article;

import dev.byline.list.FieldNames;
import dev.byline.reading.ArticleFields;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What of one article is shown.
record ArticleReading(
        @Parameter(
                        extensions =
                                @Extension(
                                        name = FieldNames.WITHOUT,
                                        value = ArticleFields.NOT_OF_ONE))
                @RestQuery
                String fields,
        @Parameter(
                        description =
                                "Show these as well: `authors` and `tags` whole instead of as references, and"
                                        + " `previous`, `next` and `related`.",
                        example = "authors,tags",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {
                                            "authors",
                                            "tags",
                                            "previous",
                                            "next",
                                            "related"
                                        }))
                @RestQuery
                String include) {

    /// What of the articles of a list is shown.
    record OfItems(
            @Parameter(
                            description = "`highlights` only with `q`.",
                            extensions =
                                    @Extension(
                                            name = FieldNames.WITHOUT,
                                            value = ArticleFields.NOT_OF_ITEM))
                    @RestQuery
                    String fields,
            @Parameter(
                            description =
                                    "Show these whole instead of as references: `authors`, `tags`.",
                            example = "authors,tags",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"authors", "tags"}))
                    @RestQuery
                    String include) {}
}
