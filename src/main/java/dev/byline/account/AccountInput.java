package dev.byline.account;

import dev.byline.identity.Role;
import dev.byline.text.OneLine;
import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of an account.
@Schema(name = "AccountInput", description = "An account, as written.")
record AccountInput(
        @Schema(
                        description =
                                "Each name belongs to one account, however it is written: in upper or lower case, in any form of Unicode."
                                        + OneLine.RULES,
                        minLength = 1,
                        pattern = OneLine.VISIBLE,
                        examples = "Newsroom")
                @NotNull
                @Visible
                @OneLine
                @Size(max = 200)
                String name,
        @NotNull Role role) {}
