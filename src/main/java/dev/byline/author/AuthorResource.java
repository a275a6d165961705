package dev.byline.author;

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
@Tag(name = "Authors", description = "The people with a byline.")
class AuthorResource {
    private final Authors authors;
    private final AuthorUsage usage;
    private final Horizon horizon;
    private final Answers answers;
    private final Idempotency idempotency;
    private final MergePatch mergePatch;
    private final ChangeLog changes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    AuthorResource(
            Authors authors,
            AuthorUsage usage,
            Horizon horizon,
            Answers answers,
            Idempotency idempotency,
            MergePatch mergePatch,
            ChangeLog changes,
            DatabaseClock clock,
            SecurityIdentity identity) {
        this.authors = authors;
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
            operationId = "listAuthors",
            summary = "List authors",
            description =
                    "By name unless `sort` says otherwise. By `articleCount` it counts the articles of all, and is"
                            + " the slower the more there are.")
    @APIResponseSchema(value = AuthorList.class, responseDescription = "A page of authors.")
    @Extension(name = "x-problems", value = "forbidden")
    public RestResponse<byte[]> list(
            @Parameter(
                            example = "name==D*;biography=null=false",
                            extensions =
                                    @Extension(
                                            name = FilterFields.EXTENSION,
                                            value = "dev.byline.author.AuthorFilterFields"))
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
        var shown = AuthorView.shown(fields, include);
        var sight = horizon.look();
        var page = authors.page(shown, filter, Caller.of(identity), sort, paging);
        return answers.page(
                page.map(author -> shown.of(author)),
                isCounted(shown, sort)
                        ? sight.shown(Stream.of("authors", "articles"))
                        : Shown.always(Stream.of("authors")));
    }

    @GET
    @Path("{author}")
    @PermitAll
    @Operation(
            operationId = "readAuthor",
            summary = "Read an author",
            description = "By id or slug.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author.")
    public RestResponse<byte[]> read(
            @RestPath String author,
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
        var shown = AuthorView.shown(fields, include);
        var sight = horizon.look();
        var found = authors.seen(author, shown).orElseThrow(AuthorResource::notFound);
        var key = "author:" + found.view().id();
        return answers.one(
                shown.of(found.view()),
                found.version(),
                isCounted(shown, "")
                        ? sight.shown(Stream.of(key, "articles"))
                        : Shown.always(Stream.of(key)));
    }

    /// Counts change with the articles, and with the timeline.
    private static boolean isCounted(Fields shown, String sort) {
        return shown.has(AuthorView.ARTICLE_COUNT)
                || sort != null && sort.contains(AuthorView.ARTICLE_COUNT);
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "createAuthor",
            summary = "Add an author",
            description = "The slug is made from the name where it is left out.")
    @APIResponseSchema(
            value = AuthorView.class,
            responseCode = "201",
            responseDescription = "The new author.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> create(
            @NotNull @Valid AuthorInput input, @RestHeader("Idempotency-Key") String key) {
        return idempotency.once(key, "POST /authors", input, () -> add(input));
    }

    private RestResponse<byte[]> add(AuthorInput input) {
        var slug =
                input.slug() != null
                        ? input.slug()
                        : FreeSlug.of(authors.session(), input.name(), "author", authors::isTaken);
        var author = new Author(slug, input, clock.now());
        author.persistAndFlush();
        changes.record(Change.of("author.created", author.id), Outdated.of("authors"));
        return answers.created(
                AuthorView.of(author), author.version, Addresses.of("authors", author.id));
    }

    @PUT
    @Path("{author}")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "replaceAuthor",
            summary = "Replace an author",
            description =
                    "What the body leaves out is emptied, but the slug stays. The same content changes nothing.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author as it is now.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> replace(
            @RestPath String author,
            @NotNull @Valid AuthorInput input,
            @RestHeader("If-Match") String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        return write(lock(author), condition, input);
    }

    @PATCH
    @Path("{author}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "patchAuthor",
            summary = "Change an author",
            description =
                    "JSON Merge Patch (RFC 7396): what the body names is replaced, null removes, the rest stays.")
    @APIResponseSchema(value = AuthorView.class, responseDescription = "The author as it is now.")
    @Extension(name = "x-problems", value = "slug-taken")
    public RestResponse<byte[]> patch(
            @RestPath String author,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AuthorInput.class),
                                            example =
                                                    "{\"biography\": \"Dani Graham writes on politics and money.\"}"))
                    @NotNull
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var found = lock(author);
        var input = mergePatch.apply(patch, AuthorInput.of(found), AuthorInput.class);
        return write(found, IfMatch.optional(ifMatch), input);
    }

    private RestResponse<byte[]> write(Author author, IfMatch condition, AuthorInput input) {
        condition.check(author.version);
        var before = author.version;
        author.replace(input, clock.now());
        authors.session().flush();
        if (author.version != before) {
            changes.record(
                    Change.of("author.changed", author.id),
                    Outdated.of("authors", "author:" + author.id));
        }
        return answers.changed(AuthorView.of(author), author.version);
    }

    @DELETE
    @Path("{author}")
    @RolesAllowed(Roles.EDITOR)
    @Transactional
    @Operation(
            operationId = "deleteAuthor",
            summary = "Delete an author",
            description = "For good, and only while no article bears the name, in any revision.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "in-use")
    public RestResponse<Void> delete(
            @RestPath String author, @RestHeader("If-Match") String ifMatch) {
        var condition = IfMatch.required(ifMatch);
        var found = lock(author);
        condition.check(found.version);
        var articles = usage.articlesBy(found);
        if (articles > 0) {
            throw ProblemException.inUse(
                    "Articles that bear this author, in one of their revisions: %d."
                            .formatted(articles),
                    articles);
        }
        found.delete();
        changes.record(
                Change.of("author.deleted", found.id),
                Outdated.of("authors", "author:" + found.id));
        return RestResponse.noContent();
    }

    /// Read anew under a lock, so that a change without a condition is not refused for another.
    private Author lock(String reference) {
        var found = find(reference);
        authors.session().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    private Author find(String reference) {
        return authors.named(reference).orElseThrow(AuthorResource::notFound);
    }

    private static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("There is no author of this id or slug.");
    }
}
