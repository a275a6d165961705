package dev.byline.page;

import static dev.byline.page.PageKind.PAGE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.cache.NextTransition;
import dev.byline.filter.FilterFields;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.input.MergePatch;
import dev.byline.list.Paging;
import dev.byline.list.SearchTerms;
import dev.byline.story.EditConditions;
import dev.byline.story.Editing;
import dev.byline.story.HeldStories;
import dev.byline.story.HeldStory;
import dev.byline.story.Intent;
import dev.byline.story.PatchParameters;
import dev.byline.story.StoryEndpoint;
import dev.byline.story.ViewpointParameters;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/pages`: stories that stand by themselves. Readers get what is live, editors the newest
/// revision.
@Path("/pages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Pages",
        description =
                "Stories that stand by themselves, such as an imprint: with history, timeline and trash as articles"
                        + " have them, and in no list of those.")
class PageResource {
    private final Pages pages;
    private final PageSearch search;
    private final PageCommands commands;
    private final Placing placing;
    private final HeldStories held;
    private final EditConditions conditions;
    private final StoryEndpoint stories;
    private final NextTransition nextTransition;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final SecurityIdentity identity;

    PageResource(
            Pages pages,
            PageSearch search,
            PageCommands commands,
            Placing placing,
            HeldStories held,
            EditConditions conditions,
            StoryEndpoint stories,
            NextTransition nextTransition,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            SecurityIdentity identity) {
        this.pages = pages;
        this.search = search;
        this.commands = commands;
        this.placing = placing;
        this.held = held;
        this.conditions = conditions;
        this.stories = stories;
        this.nextTransition = nextTransition;
        this.answers = answers;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPages",
            summary = "List pages",
            description =
                    "By their places in menus: those of all parents together, unless `filter` names one. Readers get"
                            + " what is live, the newsroom the newest revision of every page that is not in the trash.")
    @APIResponseSchema(value = PageView.Listed.class, responseDescription = "A part of the list.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @Parameter(
                            description =
                                    "Pages in which all these words stand, as for the list of articles.",
                            example = "imprint",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            minLength = 1,
                                            maxLength = SearchTerms.MAX_LENGTH))
                    @RestQuery
                    String q,
            @Parameter(
                            description =
                                    "Where it names `status` or `trashedAt`, an editor's list does not leave out the trash by"
                                            + " itself.",
                            example = "parent.id=null=true",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.page.PageFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(
                            description =
                                    "With `q` also `relevance`, and then `-relevance,position,title` is the standard."
                                            + " Not for all are `updatedAt`, which is for what is live, `createdAt` and `savedAt`, which are for the newsroom.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = "relevance",
                                            defaultValue = "position,title"))
                    @RestQuery
                    String sort,
            @Parameter(description = "`highlights` only with `q`.") @RestQuery String fields,
            @BeanParam ViewpointParameters which) {
        var caller = Caller.of(identity);
        var viewpoint = which.viewpoint(PAGE, caller);
        var shown = PageFields.ofItem(caller, fields, q != null);
        var sight = nextTransition.look();
        var found =
                search.list(
                        new PageSearch.Asked(viewpoint, caller, shown, q, filter, sort, paging));
        var slice = found.slice().map(shown::of);
        return answers.page(
                slice,
                new PageSearch.Listed(slice.data(), slice.page(), found.search()),
                sight.shown(keys()));
    }

    /// Each shows names of others, and when another goes live.
    private static Stream<String> keys() {
        return Stream.of(PAGE.plural());
    }

    @GET
    @Path("{page}")
    @PermitAll
    @Operation(
            operationId = "readPage",
            summary = "Read a page",
            description = "By id or slug. A former slug answers 308 to the present one.")
    @APIResponseSchema(value = PageView.class, responseDescription = "The page.")
    @Extension(name = "x-problems", value = "forbidden,moved")
    public RestResponse<byte[]> read(
            @RestPath String page, @RestQuery String fields, @BeanParam ViewpointParameters which) {
        var caller = Caller.of(identity);
        var shown = PageFields.ofOne(caller, fields);
        var sight = nextTransition.look();
        var seen = pages.read(page, which.viewpoint(PAGE, caller), shown);
        var view = shown.of(seen.view());
        return caller.seesDrafts()
                ? answers.one(view, seen.version())
                : answers.one(view, sight.shown(keys()));
    }

    @POST
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "createPage",
            summary = "Write a page",
            description =
                    "As a draft, or with `publication` published in the same breath. `warnings` says what of the body was"
                            + " taken out when it was rendered.")
    @APIResponseSchema(
            value = PageView.class,
            responseCode = "201",
            responseDescription = "The new page.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> create(PageInput input, @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(
                key,
                "POST /pages",
                input,
                () -> commands.create(UuidVersion7Strategy.INSTANCE.generateUuid(null), input));
    }

    @PUT
    @Path("{page}")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "replacePage",
            summary = "Replace a page, or create it under an id",
            description =
                    "As for articles: saves a new revision, unless the newest says the same, and readers keep what they"
                            + " have until it is published. Where it stands in menus holds at once.")
    @APIResponse(
            responseCode = "200",
            description = "The page as it is now.",
            content = @Content(schema = @Schema(implementation = PageView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new page.",
            content = @Content(schema = @Schema(implementation = PageView.class)))
    @Extension(name = "x-problems", value = "slug-taken,in-trash,timeline-conflict,moved")
    public RestResponse<byte[]> replace(
            @RestPath String page,
            PageInput input,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return held.toReplace(PAGE, page, ifMatch, ifNoneMatch, one -> whole(one, input))
                .map(one -> commands.write(one, placing.of(one), input))
                .orElseGet(() -> commands.create(Uuids.parse(page).orElseThrow(), input));
    }

    private Intent<PageInput> whole(HeldStory one, PageInput input) {
        var present = PageInput.of(one.story, one.newest(), placing.of(one));
        return Intent.replace(
                input, Set.of("slug", "parent", "position"), present, _ -> Editing.Terms.NONE);
    }

    @PATCH
    @Path("{page}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "patchPage",
            summary = "Change a page",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays."
                            + " Saves a new revision where it says something else than the newest; another place in"
                            + " menus needs none.")
    @APIResponseSchema(value = PageView.class, responseDescription = "The page as it is now.")
    @Extension(
            name = "x-problems",
            value =
                    "slug-taken,in-trash,edit-conflict,not-live,timeline-conflict,precondition-required,moved")
    public RestResponse<byte[]> patch(
            @RestPath String page,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PageInput.class),
                                            example = "{\"position\": 20}"))
                    JsonNode patch,
            @BeanParam PatchParameters how,
            @RestHeader("If-Match") String ifMatch) {
        var one = held.hold(PAGE, page);
        var before = placing.of(one);
        var intent =
                Intent.patch(
                        patch,
                        PageInput.of(one.story, one.newest(), before),
                        base ->
                                mergePatch.apply(
                                        patch,
                                        PageInput.of(one.story, base, before),
                                        PageInput.class),
                        _ -> Editing.Terms.NONE);
        var base = conditions.check(how, ifMatch, one, intent);
        return commands.write(one, before, intent.on().apply(base));
    }

    @DELETE
    @Path("{page}")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "trashPage",
            summary = "Put a page into the trash",
            description =
                    "DELETE on its `trash` brings it back. Once there, nothing happens. What stands below it stays, for"
                            + " readers without a parent.")
    @APIResponse(responseCode = "204", description = "It is in the trash, or with `purge` no more.")
    @Extension(name = "x-problems", value = "moved,not-in-trash")
    public RestResponse<Void> delete(
            @RestPath String page,
            @Parameter(
                            description =
                                    "`true` removes for good what is in the trash, with its history.",
                            extensions =
                                    @Extension(name = "x-scope", value = Permissions.TRASH_PURGE),
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String purge,
            @RestHeader("If-Match") String ifMatch) {
        return stories.trash(PAGE, page, purge, ifMatch);
    }

    @DELETE
    @Path("{page}/trash")
    @RolesAllowed(Permissions.PAGES_WRITE)
    @Transactional
    @Operation(
            operationId = "restorePage",
            summary = "Take a page out of the trash",
            description =
                    "Readers get it again where its timeline says so. Out of it, nothing happens. Where another page has"
                            + " its slug by now it takes one like it, and is answered whole.")
    @APIResponse(
            responseCode = "200",
            description = "It is out of the trash, and `slug` is another than before.",
            content = @Content(schema = @Schema(implementation = PageView.class)))
    @APIResponse(responseCode = "204", description = "It is out of the trash.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<?> takeOutOfTrash(
            @RestPath String page, @RestHeader("If-Match") String ifMatch) {
        return stories.takeOutOfTrash(PAGE, page, ifMatch, commands::changed);
    }
}
