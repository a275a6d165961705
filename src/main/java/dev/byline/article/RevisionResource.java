package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.body.BodyWarning;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Permissions;
import dev.byline.list.Paging;
import dev.byline.reading.References;
import dev.byline.revision.Revision;
import dev.byline.sql.Reading;
import dev.byline.story.RevisionEndpoint;
import dev.byline.story.RevisionHistory;
import dev.byline.story.SavedRevision;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/revisions`: the history of an article, for editors.
@Path("/articles/{article}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Revisions", description = "What each save of an article left.")
class RevisionResource {
    private final RevisionEndpoint revisions;
    private final References references;

    RevisionResource(RevisionEndpoint revisions, References references) {
        this.revisions = revisions;
        this.references = references;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "listRevisions",
            summary = "List an article's revisions",
            description = "The newest first unless `sort` says otherwise.")
    @APIResponseSchema(
            value = RevisionHistory.class,
            responseDescription = "A page of the history.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> list(
            @RestPath String article,
            @Parameter(
                            example = "savedAt=ge=2026-11-01;wordCount=gt=0",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.story.RevisionFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-number"))
                    @RestQuery
                    String sort) {
        return revisions.list(ARTICLE, article, filter, paging, sort);
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(
            operationId = "readRevision",
            summary = "Read a revision",
            description = "The whole of what one save left.")
    @APIResponseSchema(value = RevisionView.class, responseDescription = "The revision.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(
            @RestPath String article,
            @Parameter(
                            description = "The revision's number.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestPath
                    String number) {
        return revisions.read(ARTICLE, article, number, this::shown);
    }

    @POST
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description =
                    "Saves a new revision with the content of an old one: history only grows. Readers get it once it"
                            + " is published. Where the newest says the same already it stays the newest, unless there is"
                            + " a note, which a further revision then bears.")
    @APIResponse(
            responseCode = "200",
            description = "The newest revision, which said the same before.",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new revision.",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @Extension(name = "x-problems", value = "in-trash,moved")
    public RestResponse<byte[]> restore(
            @RestPath String article,
            RevisionHistory.Restoring input,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("Idempotency-Key") String key) {
        return revisions.restore(ARTICLE, article, input, ifMatch, key, this::shown);
    }

    private RevisionView shown(Revision revision, List<BodyWarning> warnings) {
        var names = references.of(revision.authors, revision.tags);
        return new RevisionView(
                SavedRevision.of(revision, warnings), names.authors(), names.tags());
    }
}
