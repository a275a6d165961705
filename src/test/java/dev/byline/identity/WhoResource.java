package dev.byline.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Tells the tests whom the server takes them for.
@Path("/who")
@RunOnVirtualThread
class WhoResource {

    private final SecurityIdentity identity;

    WhoResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Caller read() {
        return Caller.of(identity);
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public String post(String body) {
        return body;
    }

    @GET
    @Path("/editor")
    @RolesAllowed(Permissions.ARTICLES_WRITE)
    @Operation(hidden = true)
    public Caller asEditor() {
        return Caller.of(identity);
    }

    @GET
    @Path("/unannotated")
    @Operation(hidden = true)
    public Caller unannotated() {
        return Caller.of(identity);
    }
}
