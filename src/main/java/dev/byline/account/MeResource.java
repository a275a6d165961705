package dev.byline.account;

import dev.byline.answer.Answers;
import dev.byline.identity.Account;
import dev.byline.identity.Caller;
import dev.byline.identity.Permission;
import dev.byline.identity.Token;
import dev.byline.sql.Reading;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/// `/me`: who makes the request.
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts")
class MeResource {
    private static final int ONLY_VERSION = 1;

    private final Session session;
    private final Answers answers;
    private final SecurityIdentity identity;

    MeResource(Session session, Answers answers, SecurityIdentity identity) {
        this.session = session;
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Transactional
    @Reading
    @Operation(
            operationId = "readMe",
            summary = "Who am I?",
            description =
                    "The account and the token of this request, and what they may. A reader has neither, and no permissions.")
    @APIResponseSchema(value = MeView.class, responseDescription = "Who makes this request.")
    public RestResponse<byte[]> read() {
        var caller = Caller.of(identity);
        return answers.one(
                new MeView(account(caller), token(caller), permissions(caller)), ONLY_VERSION);
    }

    private AccountView account(Caller caller) {
        return find(Account.class, caller.accountId()).map(AccountView.PROPERTIES::of).orElse(null);
    }

    private TokenView token(Caller caller) {
        return find(Token.class, caller.tokenId())
                .map(token -> TokenView.of(token, null))
                .orElse(null);
    }

    /// Nothing where it was deleted meanwhile.
    private <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(id).map(known -> session.find(type, known));
    }

    private static MeView.Permissions permissions(Caller caller) {
        return new MeView.Permissions(
                those(caller::mayOnAny), those(one -> caller.may(one) && caller.mayOnlyOnOwn(one)));
    }

    private static List<Permission> those(Predicate<Permission> has) {
        return Arrays.stream(Permission.values()).filter(has).toList();
    }
}
