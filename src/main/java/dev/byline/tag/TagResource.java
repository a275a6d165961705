package dev.byline.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.Answers;
import dev.byline.http.Idempotency;
import dev.byline.http.IfMatch;
import dev.byline.http.MergePatch;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.http.cache.Outdated;
import dev.byline.http.cache.Shown;
import dev.byline.query.DatabaseClock;
import dev.byline.query.Fields;
import dev.byline.query.FilterFields;
import dev.byline.query.FreeSlug;
import dev.byline.query.Horizon;
import dev.byline.query.Paging;
import dev.byline.security.Caller;
import dev.byline.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags", description = "The topics.")
class TagResource {
    private final Tags tags;
    private final TagUsage usage;
    private final Horizon horizon;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final ChangeLog changes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    TagResource(
            Tags tags,
            TagUsage usage,
            Horizon horizon,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            ChangeLog changes,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.tags = tags;
        this.usage = usage;
        this.horizon = horizon;
        this.answers = answers;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listTags",
            summary = "List tags",
            description =
                    "By name unless `sort` says otherwise. By `articleCount` it counts the articles of all, and is"
                            + " the slower the more there are.")
    @APIResponseSchema(value = TagList.class, responseDescription = "A page of tags.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @Parameter(
                            example = "slug=in=(politics,law)",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.tag.TagFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "name",
                                                "slug",
                                                "createdAt",
                                                "articleCount"
                                            },
                                            defaultValue = "name"))
                    @RestQuery
                    String sort,
            @RestQuery String fields,
            @Parameter(
                            description =
                                    "Show `articleCount` as well: how many articles readers find.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"articleCount"}))
                    @RestQuery
                    String include) {
        var shown = TagView.shown(fields, include);
        var sight = horizon.look();
        var page = tags.page(shown, filter, Caller.of(identity), sort, paging);
        return answers.page(
                page.map(tag -> shown.of(tag)),
                isCounted(shown, sort)
                        ? sight.shown(Stream.of("tags", "articles"))
                        : Shown.always(Stream.of("tags")));
    }

    @GET
    @Path("{tag}")
    @PermitAll
    @Operation(operationId = "readTag", summary = "Read a tag", description = "By id or slug.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag.")
    public RestResponse<byte[]> read(
            @RestPath String tag,
            @RestQuery String fields,
            @Parameter(
                            description =
                                    "Show `articleCount` as well: how many articles readers find.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"articleCount"}))
                    @RestQuery
                    String include) {
        var shown = TagView.shown(fields, include);
        var sight = horizon.look();
        var found = tags.seen(tag, shown).orElseThrow(TagResource::notFound);
        var key = "tag:" + found.view().id();
        return answers.one(
                shown.of(found.view()),
                found.version(),
                isCounted(shown, "")
                        ? sight.shown(Stream.of(key, "articles"))
                        : Shown.always(Stream.of(key)));
    }

    /// Counts change with the articles, and with the timeline.
    private static boolean isCounted(Fields shown, String sort) {
        return shown.has(TagView.ARTICLE_COUNT)
                || sort != null && sort.contains(TagView.ARTICLE_COUNT);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "createTag",
            summary = "Add a tag",
            description = "The slug is made from the name where it is left out.")
    @APIResponseSchema(
            value = TagView.class,
            responseCode = "201",
            responseDescription = "The new tag.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> create(
            @NotNull @Valid TagInput input, @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(key, "POST /tags", input, () -> add(input));
    }

    private RestResponse<byte[]> add(TagInput input) {
        var slug =
                input.slug() != null
                        ? input.slug()
                        : FreeSlug.of(tags.session(), input.name(), "tag", tags::isTaken);
        var tag = new Tag(slug, input, clock.now());
        tag.persistAndFlush();
        changes.record(Change.of("tag.created", tag.id), Outdated.of("tags"));
        return answers.created(TagView.of(tag), tag.version, Addresses.of("tags", tag.id));
    }

    @PUT
    @Path("{tag}")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "replaceTag",
            summary = "Replace a tag",
            description =
                    "What the body leaves out is emptied, but the slug stays. The same content changes nothing.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag as it is now.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> replace(
            @RestPath String tag,
            @NotNull @Valid TagInput input,
            @RestHeader("If-Match") String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        return write(lock(tag), condition, input);
    }

    @PATCH
    @Path("{tag}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchTag",
            summary = "Change a tag",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays.")
    @APIResponseSchema(value = TagView.class, responseDescription = "The tag as it is now.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> patch(
            @RestPath String tag,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TagInput.class),
                                            example =
                                                    "{\"description\": \"How we are governed, and by whom.\"}"))
                    @NotNull
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var found = lock(tag);
        var input = mergePatch.apply(patch, TagInput.of(found), TagInput.class);
        return write(found, IfMatch.optional(ifMatch), input);
    }

    private RestResponse<byte[]> write(Tag tag, IfMatch condition, TagInput input) {
        condition.check(tag.version);
        var before = tag.version;
        tag.replace(input, clock.now());
        tags.session().flush();
        if (tag.version != before) {
            changes.record(Change.of("tag.changed", tag.id), Outdated.of("tags", "tag:" + tag.id));
        }
        return answers.changed(TagView.of(tag), tag.version);
    }

    @DELETE
    @Path("{tag}")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "deleteTag",
            summary = "Delete a tag",
            description = "For good, and only while no article carries it, in any revision.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "in-use")
    public RestResponse<Void> delete(@RestPath String tag, @RestHeader("If-Match") String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        var found = lock(tag);
        condition.check(found.version);
        var articles = usage.articlesWith(found);
        if (articles > 0) {
            throw ProblemException.inUse(
                    "Articles that carry this tag, in one of their revisions: %d."
                            .formatted(articles),
                    articles);
        }
        found.delete();
        changes.record(Change.of("tag.deleted", found.id), Outdated.of("tags", "tag:" + found.id));
        return RestResponse.noContent();
    }

    /// Read anew under a lock, so that a change without a condition is not refused for another.
    private Tag lock(String reference) {
        var found = find(reference);
        tags.session().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    private Tag find(String reference) {
        return tags.named(reference).orElseThrow(TagResource::notFound);
    }

    private static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("There is no tag of this id or slug.");
    }
}
