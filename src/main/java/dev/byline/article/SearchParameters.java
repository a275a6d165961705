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
                                "Articles in which all these words stand, in any of their forms by the rules of the"
                                        + " article's language, with accents or without: `\"words in quotes\"` beside each"
                                        + " other, `begin*` as a beginning, `-word` not at all. A name such as `node.js` is"
                                        + " found by its parts too, and Chinese, Japanese, Thai and their like by any part of"
                                        + " a text. Every kind of quotation mark, apostrophe, hyphen and blank will do. Up to"
                                        + " 200 characters and 16 words or phrases. What is in the title ranks before all else; then the title"
                                        + " weighs more than the summary, and that more than what the body repeats; among"
                                        + " equals the newest come first. Where nothing is found, misspelt words are"
                                        + " corrected, and `search` says so.",
                        example = "\"night train\" vienna -strike",
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
                        schema = @Schema(type = SchemaType.STRING))
                @RestQuery
                String facets) {}
