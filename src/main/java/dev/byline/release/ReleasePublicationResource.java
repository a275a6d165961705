package dev.byline.release;

import dev.byline.http.Flag;
import dev.byline.http.IfMatch;
import dev.byline.identity.Permissions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/releases/{release}/publication`: when all of it goes out.
@Path("/releases/{release}/publication")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Releases")
class ReleasePublicationResource {
    private final ReleaseCommands commands;
    private final ReleaseAnswers shown;

    ReleasePublicationResource(ReleaseCommands commands, ReleaseAnswers shown) {
        this.commands = commands;
        this.shown = shown;
    }

    @PUT
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "publishRelease",
            summary = "Publish a release, now or later",
            description =
                    "Plans all items at one instant, or none of them: `errors` of `release-refused` has each that does not"
                            + " allow it. As with articles, plans of theirs that have not begun give way. A revision that"
                            + " readers had before goes live as a new one that says the same. What is planned already is"
                            + " planned anew.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release as it is now.")
    @Extension(name = "x-problems", value = "release-out,release-refused,timeline-conflict")
    public RestResponse<byte[]> publish(
            @Parameter(description = "The release's id.") @RestPath String release,
            ReleasePlan plan,
            @RestHeader("If-Match") String ifMatch) {
        var found = commands.lock(release);
        IfMatch.required(ifMatch).check(found.version);
        commands.publish(found, plan.at());
        return shown.changed(found);
    }

    @DELETE
    @RolesAllowed(Permissions.RELEASES_WRITE)
    @Transactional
    @Operation(
            operationId = "withdrawRelease",
            summary = "Take a release back",
            description =
                    "Before it is out: what was to be is as before, and what would have begun by now begins. Afterwards:"
                            + " what readers had before is live again, as new revisions, and what they did not have is"
                            + " withdrawn; where somebody changed the timeline of an item since, nothing happens unless"
                            + " it is forced. Either way the release is open again.")
    @APIResponseSchema(value = ReleaseView.class, responseDescription = "The release as it is now.")
    @Extension(name = "x-problems", value = "release-refused,timeline-conflict")
    public RestResponse<byte[]> withdraw(
            @Parameter(description = "The release's id.") @RestPath String release,
            @Parameter(
                            description =
                                    "`true` takes back also what somebody published over since, and leaves out what is in"
                                            + " the trash.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"true", "false"},
                                            defaultValue = "false"))
                    @RestQuery
                    String force,
            @RestHeader("If-Match") String ifMatch) {
        var found = commands.lock(release);
        IfMatch.required(ifMatch).check(found.version);
        commands.unpublish(found, Flag.of("force", force));
        return shown.changed(found);
    }
}
