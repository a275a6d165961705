package dev.byline.account;

import static dev.byline.http.ProblemType.NOT_FOUND;

import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.identity.Permissions;
import dev.byline.identity.Token;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.property.Selection;
import dev.byline.sql.Reading;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.function.Supplier;
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

/// `/tokens`: the secrets by which a program shows whose it is. Everybody has
/// their own, administrators those of all. What one may never changes: it is made, replaced and
/// revoked.
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
    private final TokenIssue issue;
    private final SecurityIdentity identity;

    TokenResource(
            Session session,
            Reads reads,
            Answers answers,
            Idempotency idempotency,
            ChangeLog changes,
            LastAdmin lastAdmin,
            TokenIssue issue,
            SecurityIdentity identity) {
        this.session = session;
        this.reads = reads;
        this.answers = answers;
        this.idempotency = idempotency;
        this.changes = changes;
        this.lastAdmin = lastAdmin;
        this.issue = issue;
        this.identity = identity;
    }

    @GET
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Operation(
            operationId = "listTokens",
            summary = "List tokens",
            description =
                    "The newest first unless `sort` says otherwise, and without their secrets. Administrators get those of"
                            + " all accounts, everybody else their own.")
    @APIResponseSchema(value = TokenView.class, responseDescription = "A page of tokens.")
    public RestResponse<byte[]> list(
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "-createdAt"))
                    @RestQuery
                    String sort) {
        var order = Order.of(sort, "-createdAt", TokenView.PROPERTIES.sortKeys(), "t.id");
        var list = Listing.of(ALL.sql(), Sql.of("token t"));
        var caller = Caller.of(identity);
        if (!caller.mayOnAny(Permission.TOKENS_MANAGE)) {
            list.and("t.account_id = ?", caller.accountId());
        }
        return answers.page(list.page(reads, order, paging, ALL.row(reads)));
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
        return once(key, "POST /tokens", input, () -> issue.make(input));
    }

    @POST
    @Path("{id}/replacement")
    @RolesAllowed(Permissions.TOKENS_MANAGE)
    @Transactional
    @Operation(
            operationId = "replaceToken",
            summary = "Replace a token",
            description =
                    "Makes one of the same name, account, scopes and addresses, with a secret of its own. The former works on for"
                            + " `overlapMinutes`, and then no more: time to bring the new secret to where the former is used. A retry"
                            + " with the same `Idempotency-Key` makes no second one, and shows no secret.")
    @APIResponseSchema(
            value = TokenView.class,
            responseCode = "201",
            responseDescription = "The new token with its secret.")
    @Extension(name = "x-problems", value = "deleted,last-admin")
    public RestResponse<byte[]> replace(
            @Parameter(description = "The token's id.") @RestPath String id,
            ReplacementInput input,
            @RestHeader("Idempotency-Key") String key) {
        return once(key, "POST /tokens/" + id + "/replacement", input, () -> replaced(id, input));
    }

    private Token.Issued replaced(String id, ReplacementInput input) {
        var former = find(id);
        session.lock(former, LockModeType.PESSIMISTIC_WRITE);
        session.refresh(former);
        return issue.replace(former, input);
    }

    /// The first time with the secret, which is not kept.
    private RestResponse<byte[]> once(
            String key, String operation, Object input, Supplier<Token.Issued> issuing) {
        var made = new AtomicReference<Token.Issued>();
        var kept =
                idempotency.once(
                        key,
                        operation,
                        input,
                        () -> {
                            made.set(issuing.get());
                            return answer(made.get().token(), null);
                        });
        return made.get() == null ? kept : answer(made.get().token(), made.get().secret().reveal());
    }

    private RestResponse<byte[]> answer(Token token, String secret) {
        return answers.created(
                TokenView.of(token, secret), ONLY_VERSION, Addresses.of("tokens", token.id));
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

    /// The caller's own, or anybody's for administrators: of others nobody else hears.
    private Token find(String id) {
        var caller = Caller.of(identity);
        return Uuids.parse(id)
                .map(uuid -> session.find(Token.class, uuid))
                .filter(
                        token ->
                                caller.mayOnAny(Permission.TOKENS_MANAGE)
                                        || token.account.id.equals(caller.accountId()))
                .orElseThrow(TokenResource::notFound);
    }

    private static ProblemException notFound() {
        return NOT_FOUND.because("There is no token of this id.");
    }
}
