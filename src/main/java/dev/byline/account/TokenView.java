package dev.byline.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.byline.identity.Permission;
import dev.byline.identity.Token;
import dev.byline.property.Properties;
import dev.byline.property.Property;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A token as administrators, and whoever has its account, get it.
@Schema(name = "Token", description = "That a secret was given to an account.")
record TokenView(
        @Property(sql = "t.id") UUID id,
        @Property(sql = "t.account_id") @Schema(description = "The id of its account.")
                UUID account,
        @Property(sql = "t.name", sort = true) @Schema(examples = "My laptop") String name,
        @Property(sql = "t.created_at", sort = true) Instant createdAt,
        @Property(sql = "t.scopes")
                @Schema(
                        description = "The most that it may; null for all that its account may.",
                        nullable = true)
                List<Permission> scopes,
        @Property(sql = "t.addresses")
                @Schema(
                        description = "From where alone it is taken; null for everywhere.",
                        nullable = true,
                        examples = "[\"192.0.2.0/24\"]")
                List<String> addresses,
        @Property(sql = "t.last_used_at")
                @Schema(
                        description =
                                "The day on which it was last used, as its first instant in UTC; null for never.",
                        nullable = true)
                Instant lastUsedAt,
        @Property(sql = "t.expires_at")
                @Schema(description = "When it ceases to work; null for never.", nullable = true)
                Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "What goes behind `Authorization: Bearer`. Shown in the answer to the"
                                        + " request that made it, and never again.",
                        pattern = "^byl_[A-Za-z0-9]+$")
                String secret) {

    static final Properties<TokenView> PROPERTIES = Properties.of(TokenView.class);

    static TokenView of(Token token, String secret) {
        return new TokenView(
                token.id,
                token.account.id,
                token.name,
                token.createdAt,
                token.scopes,
                token.addresses,
                token.lastUsedAt,
                token.expiresAt,
                secret);
    }
}
