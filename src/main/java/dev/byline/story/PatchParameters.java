package dev.byline.story;

import static dev.byline.http.ProblemType.INVALID_PARAMETER;

import dev.byline.http.Flag;
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
                String merge,
        @Parameter(
                        description =
                                "What it starts from: the `newest` revision, or the one that is `live`. That is for a correction"
                                        + " of what readers get while a draft or a plan waits: with `publication`, which is `{}`"
                                        + " then (else `not-now`), readers get the correction at once, and it ends as what it"
                                        + " corrects would; and what waits is merged with it, and waits on, also in the releases that"
                                        + " are not out yet. Where both changed the"
                                        + " same it is `edit-conflict`, and nothing happens. Without `publication` the newest"
                                        + " revision alone is merged with it. Not together with `merge`.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"newest", "live"},
                                        defaultValue = "newest"))
                @RestQuery
                String base,
        @Parameter(
                        description =
                                "Save by the way, while somebody writes. The revision is an autosave, which further ones of the"
                                        + " same account go into for ten minutes: until somebody saves without it, publishes or"
                                        + " plans it, or something names it, such as a review. It publishes nothing. Not together"
                                        + " with `base=live`.",
                        schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                @RestQuery
                String autosave) {

    boolean isAutosave() {
        return Flag.of("autosave", autosave);
    }

    public static final PatchParameters NONE = from(null);

    /// @param base null for the newest
    public static PatchParameters from(String base) {
        return new PatchParameters(null, base, null);
    }

    boolean isMerging() {
        return Flag.of("merge", merge);
    }

    public boolean isCorrecting() {
        return "live".equals(base);
    }

    void check() {
        if (base != null && !base.equals("live") && !base.equals("newest")) {
            throw INVALID_PARAMETER.because("base must be newest or live.");
        }
        if (isCorrecting() && isAutosave()) {
            throw INVALID_PARAMETER.because("autosave=true saves a draft: it excludes base=live.");
        }
        if (isCorrecting() && isMerging()) {
            throw INVALID_PARAMETER.because("base=live merges by itself: it excludes merge=true.");
        }
    }
}
