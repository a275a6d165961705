package dev.byline.author;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/authors`: the people with a byline. Everybody reads them, editors write them.
@Path("/authors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Authors",
        description =
                "The people with a byline. Readers see each of them at once, even where only drafts bear the name, but"
                        + " for those that are `internal`: of these only the newsroom knows.")
class AuthorResource {
    private static final AuthorKind KIND = new AuthorKind();

    private final TermEndpoint endpoint;

    AuthorResource(TermEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAuthors",
            summary = "List authors",
            description =
                    "By name unless `sort` says otherwise. By `articleCount` it counts the articles of all, and is"
                            + " the slower the more there are.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "A page of authors.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @BeanParam TermQuery query,
            @Parameter(
                            example = "name==*graham*;biography=null=false",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.author.AuthorKind"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @BeanParam TermReading reading) {
        return endpoint.list(KIND, query, filter, paging, reading);
    }

    @GET
    @Path("{author}")
    @Extension(name = "x-problems", value = "moved")
    @PermitAll
    @Operation(
            operationId = "readAuthor",
            summary = "Read an author",
            description = "By id or slug. A former slug answers 308 to the present one.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author.")
    public RestResponse<byte[]> read(@RestPath String author, @BeanParam TermReading reading) {
        return endpoint.read(KIND, author, reading);
    }

    @POST
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "createAuthor",
            summary = "Add an author",
            description = "The slug is made from the name where it is left out.")
    @APIResponseSchema(
            value = AuthorView.class,
            responseCode = "201",
            responseDescription = "The new author.")
    @Extension(name = "x-problems", value = "slug-taken,deleted")
    public RestResponse<byte[]> create(
            AuthorInput input, @RestHeader("Idempotency-Key") String key) {
        return endpoint.create(KIND, input, key);
    }

    @PUT
    @Path("{author}")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceAuthor",
            summary = "Replace an author",
            description =
                    "What the body leaves out is emptied, but the slug and `internal` stay. The same content changes nothing.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author as it is now.")
    @Extension(name = "x-problems", value = "slug-taken,moved")
    public RestResponse<byte[]> replace(
            @RestPath String author, AuthorInput input, @RestHeader("If-Match") String ifMatch) {
        return endpoint.replace(KIND, author, input, ifMatch);
    }

    @PATCH
    @Path("{author}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "patchAuthor",
            summary = "Change an author",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author as it is now.")
    @Extension(name = "x-problems", value = "slug-taken,moved")
    public RestResponse<byte[]> patch(
            @RestPath String author,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AuthorInput.class),
                                            example =
                                                    "{\"biography\": \"Dani Graham writes on politics and money.\"}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.patch(KIND, author, patch, ifMatch);
    }

    @DELETE
    @Path("{author}")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteAuthor",
            summary = "Delete an author",
            description = "For good, and only while no article bears the name, in any revision.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "in-use,moved")
    public RestResponse<Void> delete(
            @Parameter(example = "rowan-pike") @RestPath String author,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.delete(KIND, author, ifMatch);
    }

    @PUT
    @Path("{author}/replacement")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceAuthorBy",
            summary = "Replace an author by another",
            description =
                    "Articles follow in place: what readers get or will get, and the drafts, have the other from now on. Older"
                            + " revisions tell what was. Its slugs and its id answer 308 to the other. At most 10,000 articles"
                            + " follow at once. DELETE undoes it, for 30 days.")
    @APIResponseSchema(
            value = TermReplacementView.class,
            responseDescription = "By which it is replaced, and how many articles followed.")
    @Extension(name = "x-problems", value = "too-many,moved")
    public RestResponse<byte[]> replaceBy(
            @Parameter(example = "rowan-pike") @RestPath String author,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TermReplacementInput.class),
                                            example = "{\"id\": \"the-newsroom\"}"))
                    TermReplacementInput input,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.replaceBy(KIND, author, input, ifMatch);
    }

    @DELETE
    @Path("{author}/replacement")
    @RolesAllowed(Permissions.TERMS_WRITE)
    @Transactional
    @Operation(
            operationId = "undoAuthorReplacement",
            summary = "Undo that an author was replaced",
            description =
                    "By the id of the one that was replaced, or the slug that it had, for 30 days. The articles that followed"
                            + " have it again, in what was written since as well.")
    @APIResponse(responseCode = "204", description = "It is there again.")
    @Extension(name = "x-problems", value = "not-replaced,slug-taken")
    public RestResponse<Void> undoReplacement(
            @Parameter(example = "rowan-pike") @RestPath String author,
            @RestHeader("If-Match") String ifMatch) {
        return endpoint.undoReplacement(KIND, author, ifMatch);
    }
}
