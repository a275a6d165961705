package dev.byline.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Addresses;
import dev.byline.http.IfMatch;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.input.MergePatch;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.sql.Reading;
import dev.byline.sql.Reads;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/releases`: several articles that go live, or are withdrawn, together.
@Path("/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Releases",
        description =
                "Several articles that go live, or are withdrawn, at one instant: readers get all of it or none.")
class ReleaseResource {
    private final ReleaseCommands commands;
    private final ReleaseAnswers shown;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final Reads reads;
    private final SecurityIdentity identity;

    ReleaseResource(
            ReleaseCommands commands,
            ReleaseAnswers shown,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            Reads reads,
            SecurityIdentity identity) {
        this.commands = commands;
        this.shown = shown;
        this.answers = answers;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.reads = reads;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "listReleases",
            summary = "List releases",
            description =
                    "The newest first unless `sort` says otherwise, and without their items. By `at`, what has no instant"
                            + " comes last.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "A page of releases.")
    public RestResponse<byte[]> list(
            @Parameter(
                            example = "status=in=(open,planned)",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.release.ReleaseFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-createdAt"))
                    @RestQuery
                    String sort) {
        var order = Order.of(sort, "-createdAt", ReleaseView.PROPERTIES.sortKeys(), "x.id");
        var list = ReleaseAnswers.list();
        if (filter != null) {
            list.and(Filter.of(filter, ReleaseFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(list.page(reads, order, paging, ReleaseAnswers.ALL.row(reads)));
    }

    @GET
    @Path("{release}")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(
            operationId = "readRelease",
            summary = "Read a release",
            description = "By id, with its items and what became of each.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release.")
    public RestResponse<byte[]> read(
            @Parameter(description = "The release's id.") @RestPath String release) {
        return shown.read(commands.read(release));
    }

    @POST
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "createRelease",
            summary = "Make a release",
            description =
                    "Of up to 500 articles, each with a revision. Nothing goes out before its publication says when.")
    @APIResponseSchema(
            value = ReleaseView.class,
            responseCode = "201",
            responseDescription = "The new release.")
    @Extension(name = "x-problems", value = "deleted")
    public RestResponse<byte[]> create(
            ReleaseInput input, @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(
                key, "POST /releases", input, () -> shown.created(commands.create(input)));
    }

    @PUT
    @Path("{release}")
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceRelease",
            summary = "Replace a release",
            description =
                    "What is planned already is planned anew with other items, at the same instant. Once it is out its"
                            + " items stay as they are.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release as it is now.")
    @Extension(name = "x-problems", value = "release-out,release-refused,timeline-conflict")
    public RestResponse<byte[]> replace(
            @Parameter(description = "The release's id.") @RestPath String release,
            ReleaseInput input,
            @RestHeader("If-Match") String ifMatch) {
        var found = commands.lock(release);
        IfMatch.required(ifMatch).check(found.version);
        commands.write(found, input);
        return shown.changed(found);
    }

    @PATCH
    @Path("{release}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "patchRelease",
            summary = "Change a release",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays. `items`"
                            + " is replaced as a whole, and what is planned already planned anew.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release as it is now.")
    @Extension(name = "x-problems", value = "release-out,release-refused,timeline-conflict")
    public RestResponse<byte[]> patch(
            @Parameter(description = "The release's id.") @RestPath String release,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ReleaseInput.class),
                                            example = "{\"note\": \"Not before nine.\"}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var found = commands.lock(release);
        IfMatch.optional(ifMatch).check(found.version);
        commands.write(found, mergePatch.apply(patch, commands.content(found), ReleaseInput.class));
        return shown.changed(found);
    }

    @DELETE
    @Path("{release}")
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteRelease",
            summary = "Delete a release",
            description =
                    "Its articles stay as they are: what is out cannot be taken back by it any more. What is planned is"
                            + " to be unplanned first.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "release-planned")
    public RestResponse<Void> delete(
            @Parameter(description = "The release's id.") @RestPath String release,
            @RestHeader("If-Match") String ifMatch) {
        var found = commands.lock(release);
        IfMatch.required(ifMatch).check(found.version);
        commands.delete(found);
        idempotency.withdraw(Addresses.of("releases", found.id));
        return RestResponse.noContent();
    }
}
