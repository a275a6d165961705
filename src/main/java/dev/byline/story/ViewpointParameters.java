package dev.byline.story;

import dev.byline.identity.Caller;
import dev.byline.revision.StoryKind;
import dev.byline.revision.Viewpoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/// Which revision of a story is looked at.
public record ViewpointParameters(
        @Parameter(
                        description =
                                "For the newsroom: `live` shows what readers get, `newest` (their standard) the newest"
                                        + " revision.",
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        enumeration = {"live", "newest"}))
                @RestQuery
                String view,
        @Parameter(
                        description =
                                "For the newsroom: what readers got, or will get, at this instant. Not together with `view=newest`.",
                        example = "2100-01-01T00:00:00Z",
                        schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                @RestQuery
                String asOf) {
    public Viewpoint viewpoint(StoryKind kind, Caller caller) {
        return Viewpoint.of(kind, caller, view, asOf);
    }
}
