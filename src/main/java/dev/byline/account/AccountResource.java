package dev.byline.account;

import static dev.byline.http.ProblemType.NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import dev.byline.answer.Answers;
import dev.byline.answer.Idempotency;
import dev.byline.change.Change;
import dev.byline.change.ChangeLog;
import dev.byline.http.Addresses;
import dev.byline.http.Flag;
import dev.byline.http.IfMatch;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Account;
import dev.byline.identity.Audience;
import dev.byline.identity.Permissions;
import dev.byline.identity.Role;
import dev.byline.input.MergePatch;
import dev.byline.list.Listing;
import dev.byline.list.Order;
import dev.byline.list.Paging;
import dev.byline.list.SortKey;
import dev.byline.property.Selection;
import dev.byline.sql.Reading;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.term.TermLookup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// `/accounts`: who may write. For administrators.
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Who may write, and the tokens by which a program shows it.")
class AccountResource {
    private static final Selection<AccountView> ALL =
            AccountView.PROPERTIES.select(Audience.ADMINISTRATORS.andEveryone());

    private static final List<SortKey> SORT_KEYS =
            AccountView.PROPERTIES.sortKeys(
                    Map.of(
                            "name",
                            name ->
                                    SortKey.text(
                                            name.name(),
                                            "coalesce(a.name_key, lower(a.name)) collate \"C\"")));

    private final Session session;
    private final Reads reads;
    private final TermLookup terms;
    private final Answers answers;
    private final Idempotency idempotency;
    private final ChangeLog changes;
    private final LastAdmin lastAdmin;
    private final Invitations invitations;
    private final MergePatch mergePatch;

    AccountResource(
            Session session,
            Reads reads,
            TermLookup terms,
            Answers answers,
            Idempotency idempotency,
            ChangeLog changes,
            LastAdmin lastAdmin,
            Invitations invitations,
            MergePatch mergePatch) {
        this.session = session;
        this.reads = reads;
        this.terms = terms;
        this.answers = answers;
        this.idempotency = idempotency;
        this.changes = changes;
        this.lastAdmin = lastAdmin;
        this.invitations = invitations;
        this.mergePatch = mergePatch;
    }

    @GET
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Operation(
            operationId = "listAccounts",
            summary = "List accounts",
            description = "By name unless `sort` says otherwise.")
    @APIResponseSchema(value = AccountView.class, responseDescription = "A page of accounts.")
    public RestResponse<byte[]> list(
            @BeanParam Paging paging,
            @Parameter(schema = @Schema(type = SchemaType.STRING, defaultValue = "name")) @RestQuery
                    String sort) {
        var order = Order.of(sort, "name", SORT_KEYS, "a.id");
        return answers.page(
                Listing.of(ALL.sql(), Sql.of("account a"))
                        .page(reads, order, paging, ALL.row(reads)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Transactional
    @Reading
    @Operation(operationId = "readAccount", summary = "Read an account", description = "By id.")
    @APIResponseSchema(value = AccountView.class, responseDescription = "The account.")
    public RestResponse<byte[]> read(
            @Parameter(description = "The account's id.") @RestPath String id) {
        var found = find(id);
        return answers.one(AccountView.PROPERTIES.of(found), found.version);
    }

    @POST
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Transactional
    @Operation(
            operationId = "createAccount",
            summary = "Add an account",
            description =
                    "A `viewer` reads drafts, a `contributor` also writes their own, a `moderator` decides on comments, an"
                            + " `editor` does all of that with anything, and publishes, an `admin` may do everything. [The permissions](/docs/permissions) of each.")
    @APIResponseSchema(
            value = AccountView.class,
            responseCode = "201",
            responseDescription = "The new account.")
    @Extension(name = "x-problems", value = "name-taken,deleted")
    public RestResponse<byte[]> create(
            AccountInput input,
            @Parameter(
                            description =
                                    "`true` also makes an invitation: a link by which somebody comes to a token, once and within a week."
                                            + " A retry with the same `Idempotency-Key` shows none.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String invite,
            @RestHeader("Idempotency-Key") String key) {
        var isInvited = Flag.of("invite", invite);
        var made = new AtomicReference<Account>();
        var operation = "POST /accounts" + (isInvited ? "?invite=true" : "");
        var kept =
                idempotency.once(
                        key,
                        operation,
                        input,
                        () -> {
                            made.set(add(input));
                            return created(made.get(), null);
                        });
        return isInvited && made.get() != null
                ? created(made.get(), invitations.invite(made.get().id))
                : kept;
    }

    private Account add(AccountInput input) {
        var account = new Account(input.name(), input.role());
        account.author = author(input.author());
        account.suspended = input.suspended();
        account.persistAndFlush();
        changes.record(Change.of(AccountAct.CREATED, account.id));
        return account;
    }

    private RestResponse<byte[]> created(Account account, Invitation invitation) {
        return answers.created(
                AccountView.PROPERTIES.of(account).with(invitation),
                account.version,
                Addresses.of("accounts", account.id));
    }

    @POST
    @Path("{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Transactional
    @Operation(
            operationId = "inviteAccount",
            summary = "Invite whoever an account is for",
            description =
                    "Makes a link by which somebody comes to a token of the account, once and within a week. A former one"
                            + " ceases to work.")
    @APIResponseSchema(
            value = AccountView.class,
            responseCode = "201",
            responseDescription = "The account, with the invitation.")
    public RestResponse<byte[]> invite(
            @Parameter(description = "The account's id.") @RestPath String id) {
        var found = held(id);
        return created(found, invitations.invite(found.id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Transactional
    @Operation(
            operationId = "patchAccount",
            summary = "Change or suspend an account",
            description =
                    "JSON Merge Patch (RFC 7396). It holds from the next request on, whichever server that comes to: with"
                            + " `suspended` every token of the account is refused (401), with another role all of them may what"
                            + " that may.")
    @APIResponseSchema(value = AccountView.class, responseDescription = "The account as it is now.")
    @Extension(name = "x-problems", value = "name-taken,last-admin")
    public RestResponse<byte[]> patch(
            @Parameter(description = "The account's id.") @RestPath String id,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AccountInput.class),
                                            example = "{\"suspended\": true}"))
                    JsonNode patch,
            @RestHeader("If-Match") String ifMatch) {
        var found = held(id);
        IfMatch.optional(ifMatch).check(found.version);
        change(found, mergePatch.apply(patch, AccountInput.of(found), AccountInput.class));
        return answers.changed(AccountView.PROPERTIES.of(found), found.version);
    }

    private void change(Account account, AccountInput input) {
        var before = AccountInput.of(account);
        if (input.role() != Role.ADMIN || input.suspended()) {
            lastAdmin.stays(account);
        }
        account.rename(input.name());
        account.role = input.role();
        account.author = author(input.author());
        account.suspended = input.suspended();
        session.flush();
        if (!AccountInput.of(account).with(before.suspended()).equals(before)) {
            changes.record(Change.of(AccountAct.CHANGED, account.id));
        }
        if (account.suspended != before.suspended()) {
            var act = account.suspended ? AccountAct.SUSPENDED : AccountAct.RESUMED;
            changes.record(Change.of(act, account.id));
        }
    }

    /// Whoever else would change it waits.
    private Account held(String id) {
        return Uuids.parse(id)
                .map(uuid -> session.find(Account.class, uuid, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(AccountResource::notFound);
    }

    /// @param reference an id or slug, or null
    private UUID author(String reference) {
        return reference == null ? null : terms.inBody("author", reference, "/author");
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Permissions.ACCOUNTS_MANAGE)
    @Transactional
    @Operation(
            operationId = "deleteAccount",
            summary = "Delete an account",
            description =
                    "With its tokens, which cease to work at once. What it wrote stays, without its"
                            + " name.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @Extension(name = "x-problems", value = "last-admin")
    public RestResponse<Void> delete(
            @Parameter(description = "The account's id.") @RestPath String id,
            @RestHeader("If-Match") String ifMatch) {
        var found = find(id);
        IfMatch.required(ifMatch).check(found.version);
        lastAdmin.stays(found);
        // by somebody else at the same moment
        if (Account.delete("id", found.id) == 0) {
            throw notFound();
        }
        idempotency.withdraw(Addresses.of("accounts", found.id));
        changes.record(Change.of(AccountAct.DELETED, found.id));
        return RestResponse.noContent();
    }

    private Account find(String id) {
        return Uuids.parse(id)
                .map(uuid -> session.find(Account.class, uuid))
                .orElseThrow(AccountResource::notFound);
    }

    private static ProblemException notFound() {
        return NOT_FOUND.because("There is no account of this id.");
    }
}
