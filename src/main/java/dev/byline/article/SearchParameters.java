package dev.byline.article;

import dev.byline.list.SearchTerms;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// What a list is searched for, and how what is found is counted.
record SearchParameters(
        @Parameter(
                        description =
                                "Articles in which all these words stand, in any of their forms: `\"words in quotes\"`"
                                        + " beside each other, `begin*` as a beginning of two signs at least, `-word` not at all; one at least is to"
                                        + " be there. Up to 200 characters"
                                        + " and 16 words or phrases. [How a search finds and ranks](/docs/search).",
                        example = "\"came late\" council -strike",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        minLength = 1,
                                        maxLength = SearchTerms.MAX_LENGTH))
                @RestQuery
                String q,
        @Parameter(
                        description =
                                "Count the articles of the whole list by `tags`, `authors`, `year` and `language`: the"
                                        + " 20 most frequent values of each, and how many more there are.",
                        example = "tags,year",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"tags", "authors", "year", "language"}))
                @RestQuery
                String facets) {}
