package dev.byline.review;

import static dev.byline.revision.ArticleKind.ARTICLE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Addresses;
import dev.byline.http.IfMatch;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.input.MergePatch;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.revision.StoryLookup;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.Reading;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
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

/// `/articles/{article}/notes`: what colleagues note on an article, for the newsroom.
@Path("/articles/{article}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Review")
class NoteResource {
    private final Notes notes;
    private final NoteCommands commands;
    private final StoryLookup lookup;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final SecurityIdentity identity;

    NoteResource(
            Notes notes,
            NoteCommands commands,
            StoryLookup lookup,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            SecurityIdentity identity) {
        this.notes = notes;
        this.commands = commands;
        this.lookup = lookup;
        this.answers = answers;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Operation(
            operationId = "listNotes",
            summary = "List an article's notes",
            description =
                    "The oldest first unless `sort` says otherwise. The place of each follows the text: it is told as of the"
                            + " newest revision.")
    @APIResponseSchema(value = NoteView.class, responseDescription = "A page of notes.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> list(
            @RestPath String article,
            @Parameter(
                            example = "revision=ge=1",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.review.NoteFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "createdAt"))
                    @RestQuery
                    String sort) {
        var id = id(article);
        var order = Order.of(sort, "createdAt", NoteView.PROPERTIES.sortKeys(), "n.id");
        var list = Notes.list(id);
        if (filter != null) {
            list.and(Filter.of(filter, NoteFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(notes.page(id, list, order, paging));
    }

    private UUID id(String article) {
        return lookup.visibleId(Viewpoint.editor(ARTICLE), article);
    }

    @GET
    @Path("{note}")
    @RolesAllowed(Permissions.DRAFTS_READ)
    @Transactional
    @Reading
    @Operation(operationId = "readNote", summary = "Read a note", description = "By id.")
    @APIResponseSchema(value = NoteView.class, responseDescription = "The note.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(
            @RestPath String article,
            @Parameter(description = "The note's id.") @RestPath String note) {
        var found = id(article);
        var view =
                Uuids.parse(note)
                        .flatMap(id -> notes.read(found, id))
                        .orElseThrow(NoteCommands::notFound);
        return answers.one(view, commands.version(view.id()));
    }

    @POST
    @RolesAllowed(Permissions.NOTES_WRITE)
    @Transactional
    @Operation(
            operationId = "createNote",
            summary = "Note something on an article",
            description =
                    "On the newest revision, unless the body names another, and where it has a `place`, on a stretch of its"
                            + " text. Readers never get notes.")
    @APIResponseSchema(
            value = NoteView.class,
            responseCode = "201",
            responseDescription = "The new note.")
    @Extension(name = "x-problems", value = "deleted,moved")
    public RestResponse<byte[]> create(
            @RestPath String article, NoteInput input, @RestHeader("Idempotency-Key") String key) {
        var id = id(article);
        return idempotency.once(
                key,
                "POST /articles/%s/notes".formatted(id),
                input,
                () -> {
                    var note = commands.create(id, input);
                    return answers.created(view(note), note.version, address(note));
                });
    }

    private NoteView view(Note note) {
        return notes.read(note.articleId, note.id).orElseThrow(NoteCommands::notFound);
    }

    private static String address(Note note) {
        return Addresses.of(ARTICLE.plural(), note.articleId, "notes", note.id);
    }

    @PATCH
    @Path("{note}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.NOTES_WRITE)
    @Transactional
    @Operation(
            operationId = "patchNote",
            summary = "Change, resolve or reopen a note",
            description =
                    "JSON Merge Patch (RFC 7396). Its words are changed by its writer alone; anybody with the permission may"
                            + " resolve and reopen it.")
    @APIResponseSchema(value = NoteView.class, responseDescription = "The note as it is now.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> patch(
            @RestPath String article,
            @Parameter(description = "The note's id.") @RestPath String note,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = NoteChange.class),
                                            example = "{\"resolved\": true}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var held = commands.lock(id(article), note);
        IfMatch.optional(ifMatch).check(held.version);
        commands.change(held, mergePatch.apply(patch, NoteChange.of(held), NoteChange.class));
        return answers.changed(view(held), held.version);
    }

    @DELETE
    @Path("{note}")
    @RolesAllowed(Permissions.NOTES_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteNote",
            summary = "Delete a note",
            description = "One's own alone: what is done with is resolved.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<Void> delete(
            @RestPath String article,
            @Parameter(description = "The note's id.") @RestPath String note,
            @RestHeader("If-Match") String ifMatch) {
        var held = commands.lock(id(article), note);
        IfMatch.required(ifMatch).check(held.version);
        commands.delete(held);
        idempotency.withdraw(address(held));
        return RestResponse.noContent();
    }
}
