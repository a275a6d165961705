package dev.byline.term;

import dev.byline.list.SearchTerms;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which terms a list shows, and in which order.
public record TermQuery(
        @Parameter(
                        description = NameSearch.Q,
                        example = "politics",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        minLength = 1,
                                        maxLength = SearchTerms.MAX_LENGTH))
                @RestQuery
                String q,
        @Parameter(
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = "relevance",
                                        defaultValue = "name"))
                @RestQuery
                String sort) {}
