package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import dev.byline.filter.FilterFields;
import dev.byline.identity.Permissions;
import dev.byline.list.Paging;
import dev.byline.revision.Plan;
import dev.byline.sql.Reading;
import dev.byline.story.PublicationView;
import dev.byline.story.RevisionEndpoint;
import dev.byline.story.RevisionHistory;
import dev.byline.story.SavedRevision;
import dev.byline.story.StoryEndpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/// `/pages/{page}/publication` and `/pages/{page}/revisions`: when readers get which revision of a
/// page, and what each save left, as articles have them.
@Path("/pages/{page}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pages")
class PageHistoryResource {
    private final StoryEndpoint stories;
    private final RevisionEndpoint revisions;

    PageHistoryResource(StoryEndpoint stories, RevisionEndpoint revisions) {
        this.stories = stories;
        this.revisions = revisions;
    }

    @GET
    @Path("publication")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(
            operationId = "readPagePublication",
            summary = "Read the timeline of a page",
            description = "Every span in which readers got, get or will get a revision.")
    @APIResponseSchema(value = PublicationView.class, responseDescription = "The timeline.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> timeline(@RestPath String page) {
        return stories.timeline(PAGE, page);
    }

    @PUT
    @Path("publication")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "publishPage",
            summary = "Publish the newest revision of a page, now or later",
            description =
                    "What is live ends when it begins, and a plan that has not begun gives way. Of a revision"
                            + " that is live already only the end changes.")
    @APIResponseSchema(
            value = PublicationView.class,
            responseDescription = "The timeline as it is now.")
    @Extension(name = "x-problems", value = "in-trash,timeline-conflict,moved")
    public RestResponse<byte[]> publish(
            @RestPath String page, Plan plan, @RestHeader("If-Match") String ifMatch) {
        return stories.publish(PAGE, page, plan, ifMatch);
    }

    @DELETE
    @Path("publication")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "withdrawPage",
            summary = "Withdraw a page, now or later",
            description =
                    "What is live ends at that instant, and what was planned to begin later never begins.")
    @APIResponse(responseCode = "204", description = "It is, or will be, withdrawn.")
    @Extension(name = "x-problems", value = "in-trash,timeline-conflict,moved")
    public RestResponse<Void> withdraw(
            @RestPath String page,
            @Parameter(
                            description = "When, as an instant of RFC 3339; now where left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String at,
            @RestHeader("If-Match") String ifMatch) {
        return stories.withdraw(PAGE, page, at, ifMatch);
    }

    @GET
    @Path("revisions")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "listPageRevisions",
            summary = "List a page's revisions",
            description = "The newest first unless `sort` says otherwise.")
    @APIResponseSchema(
            value = RevisionHistory.class,
            responseDescription = "A part of the history.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> list(
            @RestPath String page,
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
        return revisions.list(PAGE, page, filter, paging, sort);
    }

    @GET
    @Path("revisions/{number}")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(
            operationId = "readPageRevision",
            summary = "Read a revision of a page",
            description = "The whole of what one save left.")
    @APIResponseSchema(value = SavedRevision.class, responseDescription = "The revision.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(
            @RestPath String page,
            @Parameter(
                            description = "The revision's number.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestPath
                    String number) {
        return revisions.read(PAGE, page, number, SavedRevision::of);
    }

    @POST
    @Path("revisions")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "restorePageRevision",
            summary = "Restore a revision of a page",
            description =
                    "As for articles: saves a new revision with the content of an old one, or answers with the newest"
                            + " where that says the same already.")
    @APIResponse(
            responseCode = "200",
            description = "The newest revision, which said the same before.",
            content = @Content(schema = @Schema(implementation = SavedRevision.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new revision.",
            content = @Content(schema = @Schema(implementation = SavedRevision.class)))
    @Extension(name = "x-problems", value = "in-trash,moved")
    public RestResponse<byte[]> restore(
            @RestPath String page,
            RevisionHistory.Restoring input,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("Idempotency-Key") String key) {
        return revisions.restore(PAGE, page, input, ifMatch, key, SavedRevision::of);
    }
}
