package dev.byline.security;

import dev.byline.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What `POST` takes of an account.
@Schema(name = "AccountInput", description = "An account, as written.")
record AccountInput(
        @Schema(examples = "Newsroom") @NotNull @Visible @Size(max = 200) String name,
        @NotNull Role role) {}
