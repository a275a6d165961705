package dev.byline.article;

import dev.byline.answer.Answers;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.story.PatchParameters;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles`, many at once: all that a filter finds.
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
class BulkResource {
    private static final String RULES =
            " Which, the filter says: at most 500 articles (else `too-many`), all of them or none. Where one of them cannot be"
                    + " changed the problem has its id.";

    private static final int NO_VERSION = 0;

    private final BulkCommands commands;
    private final Answers answers;
    private final SecurityIdentity identity;

    BulkResource(BulkCommands commands, Answers answers, SecurityIdentity identity) {
        this.commands = commands;
        this.answers = answers;
        this.identity = identity;
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "patchArticles",
            summary = "Change many articles",
            description =
                    "Adds and removes tags and authors and sets the language, as a PATCH of each would. With `base=live` and a"
                            + " `publication` readers get it at once of what is live, and drafts that wait have it too; what is not live"
                            + " has it in its newest revision, and is not published."
                            + RULES)
    @APIResponseSchema(value = BulkReport.class, responseDescription = "What was done.")
    @Extension(
            name = "x-problems",
            value =
                    "too-many,in-trash,edit-conflict,timeline-conflict,approval-required,precondition-required,forbidden")
    public RestResponse<byte[]> patch(
            @BeanParam BulkSelection selection,
            @Parameter(
                            description = "As with a PATCH of one.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"newest", "live"},
                                            defaultValue = "newest"))
                    @RestQuery
                    String base,
            BulkEdit input) {
        return answers.changed(
                commands.edit(
                        selection.which(Caller.of(identity)),
                        input,
                        PatchParameters.from(base),
                        selection.isTrial()),
                NO_VERSION);
    }

    @DELETE
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "trashArticles",
            summary = "Put many articles into the trash",
            description = "As a DELETE of each would." + RULES)
    @APIResponseSchema(value = BulkReport.class, responseDescription = "What was done.")
    @Extension(name = "x-problems", value = "too-many,forbidden")
    public RestResponse<byte[]> delete(@BeanParam BulkSelection selection) {
        return answers.changed(
                commands.trash(selection.which(Caller.of(identity)), selection.isTrial()),
                NO_VERSION);
    }
}
