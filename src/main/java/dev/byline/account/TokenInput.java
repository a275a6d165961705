package dev.byline.account;

import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of a token.
@Schema(name = "TokenInput", description = "A token to be made.")
record TokenInput(
        @Schema(
                        description =
                                "The account's id or name; one that is none is `unknown-account`.",
                        minLength = 1,
                        examples = "admin")
                @NotNull
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
                                "When it ceases to work, in the future by the database's clock (else `not-in-future`); never where left out.",
                        nullable = true)
                Instant expiresAt) {}
