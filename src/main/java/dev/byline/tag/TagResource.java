package dev.byline.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.filter.FilterFields;
import dev.byline.identity.Permissions;
import dev.byline.list.Paging;
import dev.byline.term.TermEndpoint;
import dev.byline.term.TermQuery;
import dev.byline.term.TermReading;
import dev.byline.term.TermReplacementInput;
import dev.byline.term.TermReplacementView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/tags`: the topics. Everybody reads them, editors write them.
@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@org.eclipse.microprofile.openapi.annotations.tags.Tag(
        name = "Tags",
        description =
                "The topics. Readers see each of them at once, even where only drafts have it, but for those that are"
                        + " `internal`: of these only the newsroom knows.")
class TagResource {
    private static final TagKind KIND = new TagKind();

    private final TermEndpoint endpoint;

    TagResource(TermEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description =
                    "By name unless `sort` says otherwise. By `articleCount` it counts the articles of all, and is"
                            + " the slower the more there are.")
    @APIResponseSchema(value = TagView.class, responseDescription = "A page of tags.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @BeanParam TermQuery query,
            @Parameter(
                            example = "slug=in=(politics,law)",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.tag.TagKind"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @BeanParam TermReading reading) {
        return endpoint.list(KIND, query, filter, paging, reading);
    }

    @GET
    @Path("{tag}")
    @Extension(name = "x-problems", value = "moved")
    @PermitAll
    @Operation(
            operationId = "readTag",
            summary = "Read a tag",
            description = "By id or slug. A former slug answers 308 to the present one.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag.")
    public RestResponse<byte[]> read(@RestPath String tag, @BeanParam TermReading reading) {
        return endpoint.read(KIND, tag, reading);
    }

    @POST
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "createTag",
            summary = "Add a tag",
            description = "The slug is made from the name where it is left out.")
    @APIResponseSchema(
            value = TagView.class,
            responseCode = "201",
            responseDescription = "The new tag.")
    @Extension(name = "x-problems", value = "slug-taken,deleted")
    public RestResponse<byte[]> create(TagInput input, @RestHeader("Idempotency-Key") String key) {
        return endpoint.create(KIND, input, key);
    }

    @PUT
    @Path("{tag}")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceTag",
            summary = "Replace a tag",
            description =
                    "What the body leaves out is emptied, but the slug and `internal` stay. The same content changes nothing.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag as it is now.")
    @Extension(name = "x-problems", value = "slug-taken,moved")
    public RestResponse<byte[]> replace(
            @RestPath String tag, TagInput input, @RestHeader("If-Match") String ifMatch) {
        return endpoint.replace(KIND, tag, input, ifMatch);
    }

    @PATCH
    @Path("{tag}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "patchTag",
            summary = "Change a tag",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag as it is now.")
    @Extension(name = "x-problems", value = "slug-taken,moved")
    public RestResponse<byte[]> patch(
            @RestPath String tag,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TagInput.class),
                                            example =
                                                    "{\"description\": \"How we are governed, and by whom.\"}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.patch(KIND, tag, patch, ifMatch);
    }

    @DELETE
    @Path("{tag}")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag",
            description = "For good, and only while no article carries it, in any revision.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "in-use,moved")
    public RestResponse<Void> delete(
            @Parameter(example = "weather") @RestPath String tag,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.delete(KIND, tag, ifMatch);
    }

    @PUT
    @Path("{tag}/replacement")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceTagBy",
            summary = "Replace a tag by another",
            description =
                    "Articles follow in place: what readers get or will get, and the drafts, have the other from now on. Older"
                            + " revisions tell what was. Its slugs and its id answer 308 to the other. At most 10,000 articles"
                            + " follow at once. DELETE undoes it, for 30 days.")
    @APIResponseSchema(
            value = TermReplacementView.class,
            responseDescription = "By which it is replaced, and how many articles followed.")
    @Extension(name = "x-problems", value = "too-many,moved")
    public RestResponse<byte[]> replaceBy(
            @Parameter(example = "weather") @RestPath String tag,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TermReplacementInput.class),
                                            example = "{\"id\": \"law\"}"))
                    TermReplacementInput input,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.replaceBy(KIND, tag, input, ifMatch);
    }

    @DELETE
    @Path("{tag}/replacement")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "undoTagReplacement",
            summary = "Undo that a tag was replaced",
            description =
                    "By the id of the one that was replaced, or the slug that it had, for 30 days. The articles that followed"
                            + " have it again, in what was written since as well.")
    @APIResponse(responseCode = "204", description = "It is there again.")
    @Extension(name = "x-problems", value = "not-replaced,slug-taken")
    public RestResponse<Void> undoReplacement(
            @Parameter(example = "weather") @RestPath String tag,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.undoReplacement(KIND, tag, ifMatch);
    }
}
