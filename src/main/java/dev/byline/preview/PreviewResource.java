package dev.byline.preview;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Addresses;
import dev.byline.http.IfMatch;
import dev.byline.http.Uuids;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.property.Selection;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/preview-links`: what somebody outside may see before readers do. A link never changes: it is
/// made, and revoked.
@Path("/preview-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Preview links",
        description =
                "For somebody outside, who sees one thing before readers do: on the paths and in the shapes of readers,"
                        + " with the link's secret as `?preview=…` or as bearer token.")
class PreviewResource {
    private static final int ONLY_VERSION = 1;
    private static final String PATH = "preview-links";
    private static final Selection<PreviewView> ALL =
            PreviewView.PROPERTIES.select(Audience.NEWSROOM.andEveryone());

    private final NewPreview newPreview;
    private final Reads reads;
    private final Writes writes;
    private final Answers answers;
    private final Idempotency idempotency;
    private final ChangeLog changes;
    private final SecurityIdentity identity;

    PreviewResource(
            NewPreview newPreview,
            Reads reads,
            Writes writes,
            Answers answers,
            Idempotency idempotency,
            ChangeLog changes,
            SecurityIdentity identity) {
        this.newPreview = newPreview;
        this.reads = reads;
        this.writes = writes;
        this.answers = answers;
        this.idempotency = idempotency;
        this.changes = changes;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.PREVIEWS_WRITE)
    @Operation(
            operationId = "listPreviewLinks",
            summary = "List preview links",
            description =
                    "Those of all, the newest first unless `sort` says otherwise, without their secrets; also those that"
                            + " have ceased to work.")
    @APIResponseSchema(value = PreviewView.class, responseDescription = "A page of links.")
    public RestResponse<byte[]> list(
            @Parameter(
                            example = "expiresAt=ge=2026-01-01",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.preview.PreviewFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-createdAt"))
                    @RestQuery
                    String sort) {
        var order = Order.of(sort, "-createdAt", PreviewView.PROPERTIES.sortKeys(), "p.id");
        var list = list();
        if (filter != null) {
            list.and(Filter.of(filter, PreviewFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(list.page(reads, order, paging, ALL.row(reads)));
    }

    private static Listing list() {
        return Listing.of(ALL.sql(), Sql.of("preview_link p"));
    }

    @POST
    @RolesAllowed(Permissions.PREVIEWS_WRITE)
    @Transactional
    @Operation(
            operationId = "createPreviewLink",
            summary = "Make a preview link",
            description =
                    "The answer holds the secret, this once: it is kept nowhere. Whoever has it reads what readers will"
                            + " get, and nothing else: no other draft, no history, nothing of what is for the newsroom,"
                            + " and it changes nothing. A retry with the same `Idempotency-Key` makes no second link, and"
                            + " shows no secret.")
    @APIResponseSchema(
            value = PreviewView.class,
            responseCode = "201",
            responseDescription = "The new link with its secret.")
    @Extension(name = "x-problems", value = "deleted")
    public RestResponse<byte[]> create(
            PreviewInput input, @RestHeader("Idempotency-Key") String key) {
        var made = new AtomicReference<NewPreview.Made>();
        var kept =
                idempotency.once(
                        key,
                        "POST /" + PATH,
                        input,
                        () -> {
                            made.set(newPreview.of(input));
                            changes.record(Change.of(PreviewAct.CREATED, made.get().id()));
                            return created(made.get().id(), null);
                        });
        return made.get() == null ? kept : created(made.get().id(), made.get().secret().reveal());
    }

    private RestResponse<byte[]> created(UUID id, String secret) {
        return answers.created(view(id, secret), ONLY_VERSION, Addresses.of(PATH, id));
    }

    private PreviewView view(UUID id, String secret) {
        return list().and("p.id = ?", id)
                .single(reads, ALL.builder(reads))
                .orElseThrow(PreviewResource::notFound)
                .set("secret", secret)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Permissions.PREVIEWS_WRITE)
    @Operation(
            operationId = "readPreviewLink",
            summary = "Read a preview link",
            description = "By id, and without its secret.")
    @APIResponseSchema(value = PreviewView.class, responseDescription = "The link.")
    public RestResponse<byte[]> read(
            @Parameter(description = "The link's id.") @RestPath String id) {
        return answers.one(view(parse(id), null), ONLY_VERSION);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Permissions.PREVIEWS_WRITE)
    @Transactional
    @Operation(
            operationId = "revokePreviewLink",
            summary = "Revoke a preview link",
            description = "Its secret ceases to work at once, on every server.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    public RestResponse<Void> delete(
            @Parameter(description = "The link's id.") @RestPath String id,
            @RestHeader("If-Match") String ifMatch) {
        var found = view(parse(id), null).id();
        IfMatch.required(ifMatch).check(ONLY_VERSION);
        writes.first(
                        Sql.of("delete from preview_link where id = ? returning id", found),
                        _ -> found)
                .orElseThrow(PreviewResource::notFound);
        idempotency.withdraw(Addresses.of(PATH, found));
        changes.record(Change.of(PreviewAct.REVOKED, found));
        return RestResponse.noContent();
    }

    private static UUID parse(String id) {
        return Optional.of(id).flatMap(Uuids::parse).orElseThrow(PreviewResource::notFound);
    }

    private static RuntimeException notFound() {
        return NOT_FOUND.because("There is no preview link of this id.");
    }
}
