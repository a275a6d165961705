package dev.byline.account;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.FaultCode;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Account;
import dev.byline.identity.Audience;
import dev.byline.identity.Permissions;
import dev.byline.identity.Token;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.property.Selection;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Reading;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.text.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/tokens`: the secrets by which a program shows whose it is. For administrators. A token never
/// changes: it is made, and revoked.
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts")
class TokenResource {
    private static final int ONLY_VERSION = 1;
    private static final Selection<TokenView> ALL =
            TokenView.PROPERTIES.select(Audience.ADMINISTRATORS.andEveryone());

    private final Session session;
    private final Reads reads;
    private final Answers answers;
    private final Idempotency idempotency;
    private final ChangeLog changes;
    private final LastAdmin lastAdmin;
    private final DatabaseClock clock;

    TokenResource(
            Session session,
            Reads reads,
            Answers answers,
            Idempotency idempotency,
            ChangeLog changes,
            LastAdmin lastAdmin,
            DatabaseClock clock) {
        this.session = session;
        this.reads = reads;
        this.answers = answers;
        this.idempotency = idempotency;
        this.changes = changes;
        this.lastAdmin = lastAdmin;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Operation(
            operationId = "listTokens",
            summary = "List tokens",
            description =
                    "The newest first unless `sort` says otherwise, and without their secrets.")
    @APIResponseSchema(value = TokenView.class, responseDescription = "A page of tokens.")
    public RestResponse<byte[]> list(
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-createdAt"))
                    @RestQuery
                    String sort) {
        var order = Order.of(sort, "-createdAt", TokenView.PROPERTIES.sortKeys(), "t.id");
        return answers.page(
                Listing.of(ALL.sql(), Sql.of("token t"))
                        .page(reads, order, paging, ALL.row(reads)));
    }

    @POST
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Transactional
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description =
                    "The answer holds the secret, this once: it is kept nowhere. A retry with the"
                            + " same `Idempotency-Key` makes no second token, and shows no secret.")
    @APIResponseSchema(
            value = TokenView.class,
            responseCode = "201",
            responseDescription = "The new token with its secret.")
    @Extension(name = "x-problems", value = "deleted")
    public RestResponse<byte[]> create(
            TokenInput input, @RestHeader("Idempotency-Key") String key) {
        var made = new AtomicReference<Token.Issued>();
        var kept =
                idempotency.once(
                        key,
                        "POST /tokens",
                        input,
                        () -> {
                            made.set(issue(input));
                            return answer(made.get().token(), null);
                        });
        return made.get() == null ? kept : answer(made.get().token(), made.get().secret().reveal());
    }

    private Token.Issued issue(TokenInput input) {
        if (input.expiresAt() != null && !input.expiresAt().isAfter(clock.now())) {
            throw ProblemException.invalid(
                    "/expiresAt", FaultCode.NOT_IN_FUTURE, "must be in the future");
        }
        var issued = Token.issue(account(input.account()), input.name(), input.expiresAt());
        session.flush();
        changes.record(Change.of(TokenAct.CREATED, issued.token().id));
        return issued;
    }

    private RestResponse<byte[]> answer(Token token, String secret) {
        return answers.created(
                TokenView.of(token, secret), ONLY_VERSION, Addresses.of("tokens", token.id));
    }

    private Account account(String reference) {
        return session.createSelectionQuery(
                        """
                        from Account where name = :name or nameKey = :key or id = :id
                        order by case when id = :id then 0 when name = :name then 1 else 2 end
                        """,
                        Account.class)
                .setParameter("name", reference)
                .setParameter("key", Texts.caseless(Texts.trimmed(reference)))
                .setParameter("id", Uuids.parse(reference).orElse(null))
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultStream()
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.invalid(
                                        "/account",
                                        FaultCode.UNKNOWN_ACCOUNT,
                                        "is no account of this id or name"));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Transactional
    @Reading
    @Operation(
            operationId = "readToken",
            summary = "Read a token",
            description = "By id, and without its secret.")
    @APIResponseSchema(value = TokenView.class, responseDescription = "The token.")
    public RestResponse<byte[]> read(
            @Parameter(description = "The token's id.") @RestPath String id) {
        return answers.one(TokenView.of(find(id), null), ONLY_VERSION);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Transactional
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a token",
            description = "Its secret ceases to work at once.")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    @Extension(name = "x-problems", value = "last-admin")
    public RestResponse<Void> delete(
            @Parameter(description = "The token's id.") @RestPath String id,
            @RestHeader("If-Match") String ifMatch) {
        var found = find(id);
        IfMatch.required(ifMatch).check(ONLY_VERSION);
        lastAdmin.stays(found);
        // by somebody else at the same moment
        if (Token.delete("id", found.id) == 0) {
            throw notFound();
        }
        idempotency.withdraw(Addresses.of("tokens", found.id));
        changes.record(Change.of(TokenAct.REVOKED, found.id));
        return RestResponse.noContent();
    }

    private Token find(String id) {
        return Uuids.parse(id)
                .map(uuid -> session.find(Token.class, uuid))
                .orElseThrow(TokenResource::notFound);
    }

    private static ProblemException notFound() {
        return NOT_FOUND.because("There is no token of this id.");
    }
}
