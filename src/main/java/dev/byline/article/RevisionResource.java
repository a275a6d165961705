package dev.byline.article;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.http.Addresses;
import dev.byline.http.Answers;
import dev.byline.http.Idempotency;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.query.Listing;
import dev.byline.query.Order;
import dev.byline.query.Paging;
import dev.byline.query.Reading;
import dev.byline.query.SortKey;
import dev.byline.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
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
    private static final List<SortKey> SORT_KEYS = List.of(SortKey.number("number", "r.number"));
    private static final String ITEM =
            """
            r.number as number, r.title as title, r.wordCount as wordCount, r.savedAt as savedAt,
            r.savedBy as savedBy, r.note as note, r.liveFrom as liveFrom, r.liveUntil as liveUntil
            """;

    private final Articles articles;
    private final Editing editing;
    private final Answers answers;
    private final Idempotency idempotency;
    private final Session session;

    RevisionResource(
            Articles articles,
            Editing editing,
            Answers answers,
            Idempotency idempotency,
            Session session) {
        this.articles = articles;
        this.editing = editing;
        this.answers = answers;
        this.idempotency = idempotency;
        this.session = session;
    }

    @GET
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Reading
    @Operation(
            operationId = "listRevisions",
            summary = "List an article's revisions",
            description = "The newest first unless `sort` says otherwise.")
    @APIResponseSchema(
            value = RevisionView.Page.class,
            responseDescription = "A page of the history.")
    @Extension(name = "x-problems", value = "moved")
    public RestResponse<byte[]> list(
            @RestPath String article, @BeanParam Paging paging, @RestQuery String sort) {
        var found = articles.visible(article, true);
        var order = Order.of(sort, "-number", SORT_KEYS, "r.id");
        return answers.page(
                Listing.of(ITEM, "Revision r")
                        .and("r.article = :article", "article", found)
                        .page(session, order, paging, RevisionResource::item));
    }

    private static RevisionView.Item item(Tuple row) {
        return new RevisionView.Item(
                row.get("number", Integer.class),
                row.get("title", String.class),
                row.get("wordCount", Integer.class),
                row.get("savedAt", Instant.class),
                row.get("savedBy", UUID.class),
                row.get("note", String.class),
                row.get("liveFrom", Instant.class),
                row.get("liveUntil", Instant.class));
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
        var found = articles.visible(article, true);
        var revision =
                find(found, number.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(number) : 0);
        return answers.one(
                RevisionView.of(revision.orElseThrow(RevisionResource::notFound)), found.version);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "restoreRevision",
            summary = "Restore a revision",
            description =
                    "Saves a new revision with the content of an old one, unless the newest says the same: history"
                            + " only grows. Readers get it once it is published.")
    @APIResponseSchema(
            value = RevisionView.class,
            responseCode = "201",
            responseDescription = "The newest revision.")
    @Extension(name = "x-problems", value = "in-trash,moved")
    public RestResponse<byte[]> restore(
            @RestPath String article,
            @NotNull @Valid RevisionView.Restoring input,
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
        var found = articles.lock(article);
        IfMatch.optional(ifMatch).check(found.version);
        var old =
                find(found, input.restore())
                        .orElseThrow(
                                () ->
                                        ProblemException.invalid(
                                                "/restore",
                                                "unknown-revision",
                                                "is no revision of this article"));
        editing.restore(found, articles.timeline(found).getLast(), old, input.note());
        articles.flush();
        var newest = find(found, found.newestRevision).orElseThrow();
        return answers.created(
                RevisionView.of(newest),
                found.version,
                Addresses.of("articles", found.id, "revisions", newest.number));
    }

    private java.util.Optional<Revision> find(Article article, int number) {
        return articles.revision(article, number);
    }

    private static RuntimeException notFound() {
        return NOT_FOUND.because("The article has no revision of this number.");
    }
}
