package dev.byline.account;

import dev.byline.identity.Permission;
import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of a token.
@Schema(name = "TokenInput", description = "A token to be made.")
record TokenInput(
        @Schema(
                        description =
                                "The account's id or name, the caller's own where left out; one that is none is"
                                        + " `unknown-account`. Another's is for administrators.",
                        minLength = 1,
                        nullable = true,
                        examples = "admin")
                @Size(max = 200)
                String account,
        @Schema(
                        description = "What it is for." + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "My laptop")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @Schema(
                        description =
                                "The most that it may, by names of [permissions](/docs/permissions): none beyond what the account may, nor"
                                        + " beyond the token of this request (`beyond-rights`). All that the account may, now and later,"
                                        + " where left out.",
                        nullable = true)
                @Size(min = 1, max = 50)
                List<@NotNull Permission> scopes,
        @Schema(
                        description =
                                "From where alone it is taken: addresses, and ranges in the notation of CIDR, of IPv4 and IPv6 (else"
                                        + " `invalid-range`). From everywhere where left out. None beyond those of the token of this"
                                        + " request (`beyond-rights`).",
                        nullable = true,
                        examples = "[\"192.0.2.0/24\", \"2001:db8::/32\"]")
                @Size(min = 1, max = 50)
                List<@NotNull @Size(max = 50) String> addresses,
        @Schema(
                        description =
                                "When it ceases to work, in the future by the database's clock (else `not-in-future`); never where left out.",
                        nullable = true)
                Instant expiresAt) {}
