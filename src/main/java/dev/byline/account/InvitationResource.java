package dev.byline.account;

import dev.byline.answer.Answers;
import dev.byline.http.Addresses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// `/invitations`: where whoever was invited comes to a token. The secret stands in the body, where
/// no log has it.
@Path("/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts")
class InvitationResource {
    private static final int ONLY_VERSION = 1;

    private final Invitations invitations;
    private final Answers answers;

    InvitationResource(Invitations invitations, Answers answers) {
        this.invitations = invitations;
        this.answers = answers;
    }

    @POST
    @PermitAll
    @Transactional
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description =
                    "Makes a token of the account that was invited, which does not expire and has no scopes, and shows its secret this"
                            + " once. It works once: then, and after its end, it is 404.")
    @APIResponseSchema(
            value = TokenView.class,
            responseCode = "201",
            responseDescription = "The new token with its secret.")
    @Extension(name = "x-problems", value = "not-found")
    public RestResponse<byte[]> accept(InvitationInput input) {
        var issued = invitations.accept(input.invitation());
        return answers.created(
                TokenView.of(issued.token(), issued.secret().reveal()),
                ONLY_VERSION,
                Addresses.of("tokens", issued.token().id));
    }
}
