package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A search made ready: what it looks for as tsqueries that PostgreSQL made, and what of it is to
/// be told.
///
/// @param wanted what a hit's words must match; empty where nothing can be found
/// @param ranked what it is ranked by and what is marked in it: `wanted` without what is excluded
/// @param excludes whether the two differ
record Search(SearchTerms terms, String wanted, String ranked, boolean excludes, Told told) {
    @JsonInclude(Include.ALWAYS)
    @Schema(
            name = "Search",
            description = "How `q` was understood.",
            requiredProperties = {"q", "ignored", "corrected", "suggestion"})
    record Told(
            @Schema(description = "What was asked.", examples = "\"night train\" vienna -strike")
                    String q,
            @Schema(
                            description =
                                    "Words that are too common to be looked for in any language that articles"
                                            + " here are in, and signs that hold no word.")
                    List<String> ignored,
            @Schema(
                            description =
                                    "Nothing has all the words of `q`: the articles shown are those for this"
                                            + " instead, with each unknown word replaced by the nearest known one.",
                            nullable = true)
                    String corrected,
            @Schema(
                            description =
                                    "Nothing was found here, but this finds something where the other conditions"
                                            + " of the request are left out.",
                            nullable = true)
                    String suggestion) {}

    Search corrected(String q) {
        return telling(new Told(q, told.ignored(), terms.toString(), null));
    }

    Search suggesting(String suggestion) {
        return telling(new Told(told.q(), told.ignored(), null, suggestion));
    }

    private Search telling(Told told) {
        return new Search(terms, wanted, ranked, excludes, told);
    }

    boolean findsNothing() {
        return wanted.isEmpty();
    }
}
