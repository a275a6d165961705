package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import dev.byline.history.Blame;
import dev.byline.history.HistoryEndpoint;
import dev.byline.history.RevisionDiff;
import dev.byline.http.MediaTypes;
import dev.byline.identity.Permissions;
import dev.byline.sql.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// What became of a page's text: `…/revisions/{number}/diff` and `…/blame`, for editors.
@Path("/pages/{page}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pages")
class PageComparisonResource {
    private final HistoryEndpoint history;

    PageComparisonResource(HistoryEndpoint history) {
        this.history = history;
    }

    @GET
    @Path("revisions/{number}/diff")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Produces({MediaTypes.JSON, MediaTypes.DIFF})
    @Operation(
            operationId = "diffPageRevision",
            summary = "Compare two revisions of a page",
            description =
                    "What a revision says otherwise than the one before it, or than `against`, field by field, and the body"
                            + " by words. With `Accept: text/x-diff` it is a unified diff, which takes each field for a"
                            + " file.")
    @APIResponse(
            responseCode = "200",
            description = "The difference.",
            content = {
                @Content(
                        mediaType = MediaTypes.JSON,
                        schema = @Schema(implementation = RevisionDiff.class)),
                @Content(
                        mediaType = MediaTypes.DIFF,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "A unified diff in UTF-8."))
            })
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> diff(
            @RestPath String page,
            @Parameter(
                            description = "The revision's number.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestPath
                    String number,
            @Parameter(
                            description =
                                    "The number of the revision that it is compared with; the one before it where left out.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    String against) {
        return history.diff(PAGE, page, number, against, _ -> Map.of());
    }

    @GET
    @Path("blame")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "blamePage",
            summary = "Tell who wrote which paragraph of a page",
            description =
                    "Which revision, and which account, each paragraph of the newest revision comes from, or of"
                            + " `revision`.")
    @APIResponseSchema(value = Blame.class, responseDescription = "The paragraphs.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> blame(
            @RestPath String page,
            @Parameter(
                            description = "The number of a revision; the newest where left out.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    String revision) {
        return history.blame(PAGE, page, revision);
    }
}
