package dev.byline.article;

import static dev.byline.revision.ArticleKind.ARTICLE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.cache.NextTransition;
import dev.byline.cache.SurrogateKeys;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Permissions;
import dev.byline.input.MergePatch;
import dev.byline.list.Paging;
import dev.byline.reading.ArticleFields;
import dev.byline.reading.ArticleFilter;
import dev.byline.reading.ArticleKeys;
import dev.byline.reading.ArticleSearch;
import dev.byline.reading.ArticleView;
import dev.byline.reading.Articles;
import dev.byline.reading.Facets;
import dev.byline.reading.Narrowing;
import dev.byline.revision.ArticleInput;
import dev.byline.story.EditConditions;
import dev.byline.story.Editing;
import dev.byline.story.HeldStories;
import dev.byline.story.HeldStory;
import dev.byline.story.Intent;
import dev.byline.story.PatchParameters;
import dev.byline.story.StoryEndpoint;
import dev.byline.story.ViewpointParameters;
import dev.byline.term.TermLookup;
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
import java.util.UUID;
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

/// `/articles`: the stories. Readers get what is live, editors the newest revision.
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Articles",
        description = "The stories: what readers get, and what editors are working on.")
class ArticleResource {
    private final Articles articles;
    private final HeldStories heldStories;
    private final StoryEndpoint stories;
    private final ArticleSearch articleSearch;
    private final TermLookup terms;
    private final Editing editing;
    private final EditConditions conditions;
    private final NextTransition nextTransition;
    private final ArticleKeys keys;
    private final Answers answers;
    private final Written written;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final SecurityIdentity identity;

    ArticleResource(
            Articles articles,
            HeldStories heldStories,
            StoryEndpoint stories,
            ArticleSearch articleSearch,
            TermLookup terms,
            Editing editing,
            EditConditions conditions,
            NextTransition nextTransition,
            ArticleKeys keys,
            Answers answers,
            Written written,
            Idempotency idempotency,
            MergePatch mergePatch,
            SecurityIdentity identity) {
        this.articles = articles;
        this.heldStories = heldStories;
        this.stories = stories;
        this.articleSearch = articleSearch;
        this.terms = terms;
        this.editing = editing;
        this.conditions = conditions;
        this.nextTransition = nextTransition;
        this.keys = keys;
        this.answers = answers;
        this.written = written;
        this.idempotency = idempotency;
        this.mergePatch = mergePatch;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description =
                    "Readers get what is live, the newest first. The newsroom gets the newest revision of every"
                            + " article that is not in the trash. Bodies are left out unless `fields` names them.")
    @APIResponseSchema(value = ArticleList.class, responseDescription = "A page of articles.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @BeanParam ArticleFilter wanted,
            @BeanParam Paging paging,
            @BeanParam ArticleReading.OfItems reading,
            @BeanParam ViewpointParameters which,
            @BeanParam SearchParameters search,
            @Parameter(
                            description =
                                    "With `q` also `relevance`, and then `-relevance,-publishedAt` is the standard."
                                            + " Not for all are `updatedAt`, which is for what is live, `createdAt` and `savedAt`, which are for the newsroom.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = "relevance",
                                            defaultValue = "-publishedAt"))
                    @RestQuery
                    String sort) {
        var caller = Caller.of(identity);
        var viewpoint = which.viewpoint(ARTICLE, caller);
        var fields =
                ArticleFields.ofItem(
                        caller, reading.fields(), reading.include(), search.q() != null);
        var sight = nextTransition.look();
        var filter = wanted.resolved(terms, caller);
        var asked =
                new ArticleSearch.Asked(
                        fields,
                        new Narrowing(filter, viewpoint, caller),
                        filter.language(),
                        sort,
                        paging);
        var found = articleSearch.find(asked, search.q(), Facets.parse(search.facets()));
        var page = found.page().map(view -> fields.of(view));
        return answers.page(
                page,
                new FoundPage(page.data(), page.page(), found.search(), found.facets()),
                sight.shown(keys.of(found.page().data())));
    }

    @GET
    @Path("{article}")
    @PermitAll
    @Operation(
            operationId = "readArticle",
            summary = "Read an article",
            description = "By id or slug. A former slug answers 308 to the present one.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The article.")
    @Extension(name = "x-problems", value = "forbidden,moved")
    public RestResponse<byte[]> read(
            @RestPath String article,
            @BeanParam ArticleReading reading,
            @BeanParam ViewpointParameters which) {
        var caller = Caller.of(identity);
        var fields = ArticleFields.ofOne(caller, reading.fields(), reading.include());
        var sight = nextTransition.look();
        var asked = System.nanoTime();
        var glance = answers.isConditional() ? fields.withoutBodies() : fields;
        var seen = articles.read(article, which.viewpoint(ARTICLE, caller), glance);
        var representation =
                Written.representation(
                        seen,
                        fields,
                        () -> glance == fields ? seen.view() : articles.whole(seen, fields));
        if (caller.seesDrafts()) {
            return answers.one(representation, seen.row().version());
        }
        var keys = ArticleKeys.of(seen.view());
        return answers.one(
                representation,
                fields.hasNeighbours()
                        ? sight.shown(Stream.concat(Stream.of(ArticleKeys.LISTS), keys))
                        : SurrogateKeys.of(keys, asked, seen.rest()));
    }

    @POST
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "createArticle",
            summary = "Write an article",
            description =
                    "As a draft, or with `publication` published in the same breath. `warnings` says what of the body was"
                            + " taken out when it was rendered.")
    @APIResponseSchema(
            value = ArticleView.class,
            responseCode = "201",
            responseDescription = "The new article.")
    @Extension(name = "x-problems", value = "slug-taken,approval-required")
    public RestResponse<byte[]> create(
            ArticleInput input, @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(
                key,
                "POST /articles",
                input,
                () ->
                        written.created(
                                created(UuidVersion7Strategy.INSTANCE.generateUuid(null), input)));
    }

    private HeldStory created(UUID id, ArticleInput input) {
        var held = editing.create(ARTICLE, id, input, NamedTerms.ofNew(input, Caller.of(identity)));
        held.openComments(input.commentsOpen());
        return held;
    }

    @PUT
    @Path("{article}")
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "replaceArticle",
            summary = "Replace an article, or create it under an id",
            description =
                    "Saves a new revision, unless the newest says the same. Readers keep what they have until it"
                            + " is published. Where the path is a UUID that no article has, one is made under it; an"
                            + " unknown slug is 404."
                            + " The same with a note that the newest does not have is a save as well.")
    @APIResponse(
            responseCode = "200",
            description = "The article as it is now.",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new article.",
            content = @Content(schema = @Schema(implementation = ArticleView.class)))
    @Extension(
            name = "x-problems",
            value = "slug-taken,in-trash,timeline-conflict,approval-required,moved")
    public RestResponse<byte[]> replace(
            @RestPath String article,
            ArticleInput input,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return heldStories
                .toReplace(ARTICLE, article, ifMatch, ifNoneMatch, held -> whole(held, input))
                .map(held -> written(held, input))
                .orElseGet(
                        () -> written.created(created(Uuids.parse(article).orElseThrow(), input)));
    }

    private static Intent<ArticleInput> whole(HeldStory held, ArticleInput input) {
        var present = ArticleInput.of(held.story, held.newest());
        return Intent.replace(input, Set.of("slug", "commentsOpen"), present, NamedTerms::of);
    }

    private RestResponse<byte[]> written(HeldStory held, ArticleInput input) {
        editing.write(held, input, NamedTerms.of(input));
        held.openComments(input.commentsOpen());
        return written.changed(held);
    }

    @PATCH
    @Path("{article}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "patchArticle",
            summary = "Change an article",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays."
                            + " Saves a new revision, unless the newest says the same; a note that it does not have"
                            + " is a save as well.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The article as it is now.")
    @Extension(
            name = "x-problems",
            value =
                    "slug-taken,in-trash,edit-conflict,not-live,timeline-conflict,precondition-required,moved")
    public RestResponse<byte[]> patch(
            @RestPath String article,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ArticleInput.class),
                                            example =
                                                    "{\"title\": \"A long night at the council\"}"))
                    JsonNode patch,
            @BeanParam PatchParameters how,
            @RestHeader("If-Match") String ifMatch) {
        var held = heldStories.hold(ARTICLE, article);
        var intent =
                Intent.patch(
                        patch,
                        ArticleInput.of(held.story, held.newest()),
                        base ->
                                mergePatch.apply(
                                        patch,
                                        ArticleInput.of(held.story, base),
                                        ArticleInput.class),
                        NamedTerms::of);
        return written(held, intent.on().apply(conditions.check(how, ifMatch, held, intent)));
    }

    @DELETE
    @Path("{article}")
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Transactional
    @Operation(
            operationId = "trashArticle",
            summary = "Put an article into the trash",
            description =
                    "With its comments; DELETE on its `trash` brings both back. Once there, nothing happens. Other"
                            + " articles may take its slug meanwhile.")
    @APIResponse(responseCode = "204", description = "It is in the trash, or with `purge` no more.")
    @Extension(name = "x-problems", value = "moved,not-in-trash")
    public RestResponse<Void> delete(
            @RestPath String article,
            @Parameter(
                            description =
                                    "`true` removes for good what is in the trash, with its history.",
                            extensions =
                                    @Extension(name = "x-scope", value = Permissions.TRASH_PURGE),
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String purge,
            @RestHeader("If-Match") String ifMatch) {
        return stories.trash(ARTICLE, article, purge, ifMatch);
    }
}
