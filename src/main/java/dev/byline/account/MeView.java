package dev.byline.account;

import dev.byline.identity.Permission;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who makes a request.
@Schema(name = "Me", description = "Who makes this request, and what they may.")
record MeView(
        @Schema(description = "Null for a reader.", nullable = true) AccountView account,
        @Schema(description = "The token of this request; null without one.", nullable = true)
                TokenView token,
        @Schema(description = "What they may, on anything and on their own.")
                Permissions permissions) {

    /// Those of the account's role that the token's scopes let through.
    @Schema(name = "MyPermissions", description = "What whoever makes this request may.")
    record Permissions(
            @Schema(description = "On anything.") List<Permission> any,
            @Schema(description = "On what is their own.") List<Permission> own) {}
}
