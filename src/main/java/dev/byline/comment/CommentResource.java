package dev.byline.comment;

import static dev.byline.http.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.cache.NextTransition;
import dev.byline.http.IfMatch;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.input.MergePatch;
import dev.byline.list.Paging;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/// `/comments`: comments across articles, and where they are moderated.
@Path("/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Comments")
class CommentResource {
    private final Comments comments;
    private final HeldComments held;
    private final NextTransition nextTransition;
    private final Answers answers;
    private final MergePatch mergePatch;
    private final SecurityIdentity identity;

    CommentResource(
            Comments comments,
            HeldComments held,
            NextTransition nextTransition,
            Answers answers,
            MergePatch mergePatch,
            SecurityIdentity identity) {
        this.comments = comments;
        this.held = held;
        this.nextTransition = nextTransition;
        this.answers = answers;
        this.mergePatch = mergePatch;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listComments",
            summary = "List comments across articles",
            description =
                    "The newest first unless `sort` says otherwise. `status=held` is what waits for a moderator.")
    @APIResponseSchema(value = CommentView.class, responseDescription = "A page of comments.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @BeanParam CommentFilter filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-createdAt"))
                    @RestQuery
                    String sort,
            @RestQuery String fields) {
        var caller = Caller.of(identity);
        var shown = CommentView.fields(fields, caller);
        var sight = nextTransition.look();
        var page = comments.page(caller, filter, null, sort, paging);
        return answers.page(
                page.map(comment -> shown.of(comment)), sight.shown(PublicComment.listKeys()));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "readComment",
            summary = "Read a comment",
            description = "Readers get what is approved.")
    @APIResponseSchema(value = CommentView.class, responseDescription = "The comment.")
    public RestResponse<byte[]> read(
            @Parameter(
                            description = "The comment's id.",
                            example = "019329c5-1b40-7d21-8f60-3c9a5e7b1d02")
                    @RestPath
                    String id,
            @RestQuery String fields) {
        var caller = Caller.of(identity);
        var shown = CommentView.fields(fields, caller);
        var sight = nextTransition.look();
        var found =
                Uuids.parse(id)
                        .flatMap(uuid -> comments.seen(uuid, caller))
                        .orElseThrow(CommentResource::notFound);
        return answers.one(
                shown.of(found.view()),
                found.version(),
                sight.shown(PublicComment.keys(found.view().id(), found.view().articleId())));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.COMMENTS_MODERATE)
    @Transactional
    @Operation(
            operationId = "moderateComment",
            summary = "Moderate or edit a comment",
            description =
                    "JSON Merge Patch (RFC 7396), most often {\"status\": \"approved\"}. `deleted` erases its words for"
                            + " good.")
    @APIResponseSchema(value = CommentView.class, responseDescription = "The comment as it is now.")
    @Extension(name = "x-problems", value = "deleted")
    public RestResponse<byte[]> moderate(
            @Parameter(
                            description = "The comment's id.",
                            example = "019329c5-1b40-7d21-8f60-3c9a5e7b1d02")
                    @RestPath
                    String id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CommentChange.class),
                                            example = "{\"status\": \"approved\"}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var found = hold(id);
        IfMatch.optional(ifMatch).check(found.comment.version);
        var before = CommentChange.of(found.comment);
        found.mustHaveWords();
        found.change(mergePatch.apply(patch, before, CommentChange.class));
        held.settle(found);
        return answers.changed(CommentView.PROPERTIES.of(found.comment), found.comment.version);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Permissions.COMMENTS_MODERATE)
    @Transactional
    @Operation(
            operationId = "deleteComment",
            summary = "Delete a comment",
            description =
                    "Its words, name and address are erased for good. Where it has replies that readers can see it"
                            + " stays in its place, empty.")
    @APIResponse(responseCode = "204", description = "Its words are gone.")
    public RestResponse<Void> delete(
            @Parameter(
                            description = "The comment's id.",
                            example = "019329c5-1b40-7d21-8f60-3c9a5e7b1d02")
                    @RestPath
                    String id,
            @RestHeader("If-Match") String ifMatch) {
        var found = hold(id);
        IfMatch.required(ifMatch).check(found.comment.version);
        found.erase();
        held.settle(found);
        return RestResponse.noContent();
    }

    private HeldComment hold(String id) {
        return Uuids.parse(id).flatMap(held::hold).orElseThrow(CommentResource::notFound);
    }

    private static RuntimeException notFound() {
        return NOT_FOUND.because("There is no comment of this id.");
    }
}
