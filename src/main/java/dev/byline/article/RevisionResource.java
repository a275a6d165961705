package dev.byline.article;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.filter.Filter;
import dev.byline.filter.FilterFields;
import dev.byline.http.Addresses;
import dev.byline.http.FaultCode;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Representation;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.identity.Roles;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.SortKey;
import dev.byline.property.Selection;
import dev.byline.reading.Articles;
import dev.byline.reading.References;
import dev.byline.sql.Reading;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/articles/{article}/revisions`: the history of an article, for editors.
@Path("/articles/{article}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Revisions", description = "What each save of an article left.")
class RevisionResource {
    private static final List<SortKey> SORT_KEYS = RevisionView.Item.PROPERTIES.sortKeys();
    private static final Selection<RevisionView.Item> ITEMS =
            RevisionView.Item.PROPERTIES.select(Audience.EDITORS);

    private final Articles articles;
    private final ArticleEntities entities;
    private final HeldArticles heldArticles;
    private final References references;
    private final Editing editing;
    private final Answers answers;
    private final Idempotency idempotency;
    private final Reads reads;
    private final SecurityIdentity identity;

    RevisionResource(
            Articles articles,
            ArticleEntities entities,
            HeldArticles heldArticles,
            References references,
            Editing editing,
            Answers answers,
            Idempotency idempotency,
            Reads reads,
            SecurityIdentity identity) {
        this.articles = articles;
        this.entities = entities;
        this.heldArticles = heldArticles;
        this.references = references;
        this.editing = editing;
        this.answers = answers;
        this.idempotency = idempotency;
        this.reads = reads;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Roles.EDITOR)
    @Operation(
            operationId = "listRevisions",
            summary = "List an article's revisions",
            description = "The newest first unless `sort` says otherwise.")
    @APIResponseSchema(
            value = RevisionView.Page.class,
            responseDescription = "A page of the history.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> list(
            @RestPath String article,
            @Parameter(
                            example = "savedAt=ge=2026-11-01;wordCount=gt=0",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.article.RevisionFilterFields"))
                    @RestQuery
                    String filter,
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-number"))
                    @RestQuery
                    String sort) {
        var found = articles.visibleId(article, true);
        var order = Order.of(sort, "-number", SORT_KEYS, "r.id");
        var list = Listing.of(ITEMS.sql(), Sql.of("revision r")).and("r.article_id = ?", found);
        if (filter != null) {
            list.and(Filter.of(filter, RevisionFilterFields.FIELDS, Caller.of(identity)));
        }
        return answers.page(list.page(reads, order, paging, ITEMS.row(reads)));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Reading
    @Operation(
            operationId = "readRevision",
            summary = "Read a revision",
            description = "The whole of what one save left.")
    @APIResponseSchema(value = RevisionView.class, responseDescription = "The revision.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> read(
            @RestPath String article,
            @Parameter(
                            description = "The revision's number.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestPath
                    String number) {
        var found = entities.visible(article);
        var revision =
                entities.revision(
                                found.id,
                                number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0)
                        .orElseThrow(RevisionResource::notFound);
        return answers.one(
                RevisionView.of(revision, references.of(revision.authors, revision.tags)),
                found.version);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description =
                    "Saves a new revision with the content of an old one: history only grows. Readers get it once it"
                            + " is published. Where the newest says the same already it stays the newest, unless there is"
                            + " a note, which a further revision then bears.")
    @APIResponse(
            responseCode = "200",
            description = "The newest revision, which said the same before.",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new revision.",
            content = @Content(schema = @Schema(implementation = RevisionView.class)))
    @Extension(name = "x-problems", value = "in-trash,moved")
    public RestResponse<byte[]> restore(
            @RestPath String article,
            RevisionView.Restoring input,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(
                key,
                "POST /articles/" + article + "/revisions",
                input,
                () -> restored(article, input, ifMatch));
    }

    private RestResponse<byte[]> restored(
            String article, RevisionView.Restoring input, String ifMatch) {
        var held = heldArticles.hold(article);
        IfMatch.optional(ifMatch).check(held.article.version);
        var id = held.article.id;
        var old =
                entities.revision(id, input.restore())
                        .orElseThrow(
                                () ->
                                        ProblemException.invalid(
                                                "/restore",
                                                FaultCode.UNKNOWN_REVISION,
                                                "is no revision of this article"));
        var isOther = !held.newest().says(old.content, old.terms());
        editing.restore(held, old, input.note());
        heldArticles.settle(held);
        var newest =
                held.saved().or(() -> entities.revision(id, held.newest().number)).orElseThrow();
        var names = references.of(newest.authors, newest.tags);
        var view =
                new Representation(
                        RevisionView.of(newest, names), () -> RevisionView.warned(newest, names));
        return isOther
                ? answers.created(
                        view,
                        held.article.version,
                        Addresses.of("articles", id, "revisions", newest.number))
                : answers.changed(view, held.article.version);
    }

    private static RuntimeException notFound() {
        return NOT_FOUND.because("The article has no revision of this number.");
    }
}
